using System.Text;

namespace Gravistore.Charts;

/// <summary>
/// Writes elements that an HTML parser and an XML parser read alike: every element is closed, only elements that HTML leaves empty or that belong to SVG
/// close themselves, and texts and attributes are escaped. Characters that XML does not allow become U+FFFD.
/// </summary>
public sealed class Markup
{
    /// <summary>Elements that may stand as &lt;name/&gt;.</summary>
    private static readonly HashSet<string> SelfClosing = new(StringComparer.Ordinal) { "meta", "link", "br", "col", "path", "rect", "line", "circle" };

    private readonly StringBuilder _text = new();
    private readonly Stack<string> _open = new();

    /// <summary>Opens an element.</summary>
    public Markup Open(string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Begin(name, attributes);
        _text.Append('>');
        _open.Push(name);
        return this;
    }

    /// <summary>Closes the element opened last.</summary>
    public Markup Close()
    {
        string name = _open.Pop();
        _text.Append("</").Append(name).Append('>');
        if (!IsInline(name)) _text.Append('\n');
        return this;
    }

    /// <summary>An element without content.</summary>
    /// <exception cref="ArgumentException">HTML would not take the element for closed.</exception>
    public Markup Empty(string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        if (!SelfClosing.Contains(name)) throw new ArgumentException($"HTML does not close <{name}/>", nameof(name));
        Begin(name, attributes);
        _text.Append("/>");
        return this;
    }

    /// <summary>An element with a text.</summary>
    public Markup Leaf(string name, string text, params ReadOnlySpan<(string Name, string Value)> attributes) => Open(name, attributes).Text(text).Close();

    /// <summary>A text, escaped.</summary>
    public Markup Text(string text)
    {
        Escape(text);
        return this;
    }

    /// <summary>Text that is markup already.</summary>
    internal Markup Raw(string markup)
    {
        _text.Append(markup);
        return this;
    }

    /// <summary>Everything written so far.</summary>
    /// <exception cref="InvalidOperationException">An element is still open.</exception>
    public override string ToString() => _open.Count == 0 ? _text.ToString() : throw new InvalidOperationException($"<{_open.Peek()}> is still open");

    private void Begin(string name, ReadOnlySpan<(string Name, string Value)> attributes)
    {
        _text.Append('<').Append(name);
        foreach ((string attribute, string value) in attributes)
        {
            if (value.Length == 0 && attribute != "aria-label") continue;
            _text.Append(' ').Append(attribute).Append("=\"");
            Escape(value);
            _text.Append('"');
        }
    }

    private void Escape(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) _text.Append(c).Append(text[++i]);
            else if (Named(c) is { } name) _text.Append(name);
            else _text.Append(IsAllowed(c) ? c : '\uFFFD');
        }
    }

    private static string? Named(char c) => c switch
    {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        '"' => "&quot;",
        _ => null,
    };

    private static bool IsAllowed(char c) => c is '\t' or '\n' or '\r' || (c >= ' ' && !char.IsSurrogate(c) && c < '\uFFFE');

    private static bool IsInline(string name) => name is "b" or "span" or "code" or "text" or "td" or "th" or "a" or "title";
}
