using System.Text;

namespace Gravistore.Console.Manual;

/// <summary>A manual page in the language of man(7): sections, paragraphs, terms with what they mean.</summary>
internal sealed class ManPage
{
    private readonly StringBuilder _text = new();

    /// <param name="name">The program.</param>
    /// <param name="section">Section of the manual: 1 commands, 8 services.</param>
    /// <param name="version">Version of the program; no date, so that the same version writes the same page.</param>
    /// <param name="summary">What the program is, in some words.</param>
    public ManPage(string name, int section, string version, string summary)
    {
        _text.Append($".TH {name.ToUpperInvariant().Replace("-", "\\-")} {section} \"\" \"gravistore {version}\"\n");
        Section("Name");
        _text.Append($"{Plain(name)} \\- {Plain(summary)}\n");
    }

    /// <summary>Begins a section.</summary>
    public void Section(string title) => _text.Append($".SH {title.ToUpperInvariant()}\n");

    /// <summary>Begins a part of a section.</summary>
    public void Part(string title) => _text.Append($".SS {Plain(title)}\n");

    /// <summary>One paragraph.</summary>
    public void Paragraph(string text) => _text.Append($".PP\n{Plain(text)}\n");

    /// <summary>A term and what it means.</summary>
    public void Term(string term, string meaning) => _text.Append($".TP\n.B {Plain(term)}\n{Plain(meaning)}\n");

    /// <summary>The page's text.</summary>
    public override string ToString() => _text.ToString();

    // A backslash begins an escape, a dot or apostrophe at a line's beginning a request, and a bare hyphen may be printed as another character.
    private static string Plain(string text)
    {
        string escaped = text.Replace("\\", "\\e").Replace("-", "\\-").Replace("\"", "\\(dq");
        return escaped.Length > 0 && escaped[0] is ('.' or '\'') ? "\\&" + escaped : escaped;
    }
}
