using System.Device.Gpio;

namespace Gravistore.Drivers.Pins;

/// <summary>Finds lines by their names and collects everything that keeps them from being claimed.</summary>
internal sealed class LineClaims(LineChip chip)
{
    private const int MostNames = 12;

    private readonly List<FieldFinding> _findings = [];

    /// <summary>Number of a line; -1 after a finding.</summary>
    public int Find(string name)
    {
        int[] numbers = [.. Enumerable.Range(0, chip.Lines.Count).Where(i => chip.Lines[i].Name == name)];
        if (numbers.Length != 1) Add(FieldErrors.NoLine, name, numbers.Length == 0 ? "the chip has no line of this name" : $"{numbers.Length} lines have this name", Known());
        else if (chip.Lines[numbers[0]].User.Length > 0) Add(FieldErrors.LineInUse, name, $"the line is used by {chip.Lines[numbers[0]].User}", "");
        else return numbers[0];
        return -1;
    }

    /// <summary>Opens a line; null after a finding.</summary>
    public GpioPin? Open(Func<GpioPin> open, string name)
    {
        try
        {
            return open();
        }
        catch (Exception e) when (e is IOException or InvalidOperationException or UnauthorizedAccessException or ArgumentException)
        {
            Add(FieldErrors.LineInUse, name, $"the line cannot be claimed: {e.Message.ReplaceLineEndings(" ")}", "");
            return null;
        }
    }

    /// <exception cref="FieldException">Something was found.</exception>
    public void ThrowIfAny()
    {
        if (_findings.Count == 0) return;
        chip.Driver.Dispose();
        throw new FieldException(_findings);
    }

    private void Add(FieldErrorInfo error, string name, string what, string allowed) => _findings.Add(new FieldFinding(error, $"line {name} of {chip.Where}", what, allowed));

    private string Known()
    {
        string[] names = [.. chip.Lines.Select(l => l.Name).Where(n => n.Length > 0)];
        return string.Join(", ", names.Take(MostNames)) + (names.Length > MostNames ? $" and {names.Length - MostNames} more" : "");
    }
}
