using System.Globalization;
using Gravistore.Json;

namespace Gravistore.DryRun.Traces;

/// <summary>Reads the rows of one CSV series and checks every number.</summary>
internal sealed class TraceRows(string file, TraceFormat format, Findings findings)
{
    /// <summary>Most samples of a series: three weeks at 1 s.</summary>
    public const int MaxRows = 2_000_000;
    /// <summary>Longest line [characters].</summary>
    public const int MaxLine = 20_000;
    /// <summary>After this many errors the rest of the file is not read.</summary>
    public const int MaxErrors = 10;

    /// <summary>A frequency below this is a deviation [Hz].</summary>
    private const double LargestDeviationHz = 5;

    private readonly List<double> _timesS = [];
    private readonly List<double> _values = [];
    private int _row;
    private int _errors;
    private char _delimiter;
    private List<string> _columns = [];
    private int _timeAt, _valueAt;

    public IReadOnlyList<double> TimesS => _timesS;
    public IReadOnlyList<double> Values => _values;

    /// <summary>This object with all samples, or null after an error.</summary>
    public TraceRows? Read(TextReader text)
    {
        if (NextLine(text) is not { } header) return Refuse(TraceErrors.NoHeader, "the file has no line with column names", "", _row, 0);
        if (!ReadHeader(header)) return null;
        while (_errors < MaxErrors && NextLine(text) is { } line)
        {
            ReadSample(line);
            if (_timesS.Count > MaxRows) return Refuse(TraceErrors.TooLarge, $"the file has more than {MaxRows} samples", $"at most {MaxRows} samples", _row, 0);
        }
        if (_errors == 0 && _timesS.Count < 2) return Refuse(TraceErrors.TooShort, _timesS.Count == 0 ? "the file has no sample" : "the file has one sample", "at least 2 samples", _row, 0);
        return _errors == 0 ? this : null;
    }

    private string? NextLine(TextReader text)
    {
        while (text.ReadLine() is { } line)
        {
            _row++;
            string trimmed = _row == 1 ? line.TrimStart('\uFEFF').Trim() : line.Trim();
            if (trimmed.Length > 0 && trimmed[0] != '#') return trimmed;
        }
        return null;
    }

    private bool ReadHeader(string header)
    {
        _delimiter = CsvRow.DelimiterOf(header);
        if (Split(header) is not { } columns) return false;
        _columns = columns;
        if (columns.TrueForAll(IsNumber))
        {
            Refuse(TraceErrors.NoHeader, $"the first line holds numbers ({JsonText.Choices(columns)}), not column names", "", _row, 0);
            return false;
        }
        if (columns.Count > CsvRow.MaxFields)
        {
            Refuse(TraceErrors.TooLarge, "the header has too many columns", $"at most {CsvRow.MaxFields} columns", _row, 0);
            return false;
        }
        string? twice = columns.GroupBy(c => c, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1)?.Key;
        if (twice is not null) Refuse(TraceErrors.DoubleColumn, $"the header names {JsonText.Quote(twice)} twice", "", _row, columns.LastIndexOf(twice) + 1);
        _timeAt = Column(format.TimeColumn, "timeColumn");
        _valueAt = Column(format.ValueColumn, "valueColumn");
        return _errors == 0;
    }

    private int Column(string name, string key)
    {
        int at = _columns.IndexOf(name);
        if (at >= 0) return at;
        _errors++;
        findings.Error(TraceErrors.UnknownColumn, file, $"the header has no column {JsonText.Quote(name)}", JsonText.Choices(_columns),
            NearestMatch.Question(name, _columns, $"set trace.{key} to one of the file's columns"), line: _row);
        return 0;
    }

    private void ReadSample(string line)
    {
        if (Split(line) is not { } fields) return;
        if (fields.Count != _columns.Count)
            Refuse(TraceErrors.WrongFieldCount, $"row {_row} has {fields.Count} fields", $"{_columns.Count} fields: {JsonText.Choices(_columns)}", _row, 0);
        else if (Number(fields, _timeAt, "a time in seconds", out double timeS) && Number(fields, _valueAt, $"a number that becomes {Range()}", out double raw))
            Add(timeS, raw, fields);
    }

    private void Add(double timeS, double raw, List<string> fields)
    {
        double value = raw * format.Scale + format.Offset;
        if (!(value >= format.Lowest && value <= format.Highest))
            Refuse(TraceErrors.OutOfRange, $"row {_row}, column {JsonText.Quote(_columns[_valueAt])}: {JsonText.Quote(fields[_valueAt])} becomes {JsonText.Number(value, format.Unit)}", Range(), _row, _valueAt + 1, RangeCure(value));
        else if (_timesS.Count > 0 && timeS <= _timesS[^1])
            Refuse(TraceErrors.TimeNotRising, $"row {_row}, column {JsonText.Quote(_columns[_timeAt])}: {JsonText.Quote(fields[_timeAt])} is not after the row before ({JsonText.Number(_timesS[^1])})", $"more than {JsonText.Number(_timesS[^1], "s")}", _row, _timeAt + 1);
        else
        {
            _timesS.Add(timeS);
            _values.Add(value);
        }
    }

    private bool Number(List<string> fields, int at, string allowed, out double value)
    {
        bool good = double.TryParse(fields[at], NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);
        if (!good) Refuse(TraceErrors.NotANumber, $"row {_row}, column {JsonText.Quote(_columns[at])}: {JsonText.Quote(fields[at])} is not a finite number", allowed, _row, at + 1);
        return good;
    }

    private List<string>? Split(string line)
    {
        if (line.Length > MaxLine) Refuse(TraceErrors.TooLarge, $"row {_row} has {line.Length} characters", $"at most {MaxLine} characters", _row, 0);
        else if (CsvRow.Split(line, _delimiter) is { } fields) return fields;
        else Refuse(TraceErrors.BadQuotes, $"row {_row} has broken quotes", "", _row, 0);
        return null;
    }

    private static bool IsNumber(string field) => double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    // Files of measured frequency often hold the deviation from the nominal value.
    private string? RangeCure(double value) => format.Kind == TraceKind.Frequency && Math.Abs(value) < LargestDeviationHz
        ? "if the values are deviations, set trace.offset to the nominal frequency, such as 50; else check the column and trace.scale"
        : null;

    private string Range() => $"{JsonText.Number(format.Lowest)} to {JsonText.Number(format.Highest, format.Unit)}";

    /// <summary>Reports an error in a row; the column is the number of the field.</summary>
    private TraceRows? Refuse(ErrorInfo info, string message, string allowed, int row, int column, string? cure = null)
    {
        _errors++;
        findings.Error(info, file, message, allowed, cure, row, column);
        return null;
    }
}
