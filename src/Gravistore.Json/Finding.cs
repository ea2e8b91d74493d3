using System.Text;

namespace Gravistore.Json;

/// <summary>How serious a finding is: an error refuses the file, a warning does not.</summary>
public enum FindingSeverity { Warning, Error }

/// <summary>One thing wrong with what a person wrote: number, text, place, what is allowed, what to do.</summary>
/// <param name="Severity">Error refuses, warning is printed.</param>
/// <param name="Code">Number such as GS-J020, declared as an <see cref="ErrorInfo"/>.</param>
/// <param name="File">File as it was named, or the override ("--set a.b=1") the value came from.</param>
/// <param name="Line">1-based line, 0 where there is none.</param>
/// <param name="Column">1-based column in characters, 0 where there is none.</param>
/// <param name="Path">Path in the file such as rope.count or steps[2].at; empty for the whole file.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Allowed">What would be right; may be empty.</param>
/// <param name="Cure">What to do; may be empty.</param>
public sealed record Finding(FindingSeverity Severity, string Code, string File, int Line, int Column, string Path, string Message, string Allowed, string Cure)
{
    /// <summary>One line: file:line:column: error CODE at path: message; allowed: ...; cure.</summary>
    public override string ToString()
    {
        StringBuilder text = new(File);
        if (Line > 0) text.Append(':').Append(Line);
        if (Line > 0 && Column > 0) text.Append(':').Append(Column);
        text.Append(Severity == FindingSeverity.Error ? ": error " : ": warning ").Append(Code);
        if (Path.Length > 0) text.Append(" at ").Append(Path);
        text.Append(": ").Append(Message);
        if (Allowed.Length > 0) text.Append("; allowed: ").Append(Allowed);
        if (Cure.Length > 0) text.Append("; ").Append(Cure);
        return text.ToString();
    }
}
