using Gravistore.DryRun.Traces;
using Gravistore.Json;

namespace Gravistore.DryRun.Tests.Traces;

public sealed class TraceFileTests
{
    private static readonly TraceFormat Hertz = new() { TimeColumn = "t", ValueColumn = "f", Kind = TraceKind.Frequency, Interpolation = Interpolation.Linear };

    [Theory]
    [InlineData("t,f\n0,50\n1,49.9\n")]
    [InlineData("t;f\r\n0;50\r\n1;49.9\r\n")]
    [InlineData("\uFEFF# comment\n\n\"t\" , \"f\"\n# another\n0 , \"50\"\n 1,4.99e1")]
    [InlineData("f,note,t\n50,\"a, \"\"b\"\"\",0\n49.9,,1\n")]
    public void Reads_every_usual_form(string text)
    {
        SampleTrace trace = Good(text);
        Assert.Equal(50, trace.At(0));
        Assert.Equal(49.95, trace.At(0.5), 12);
        Assert.Equal(49.9, trace.At(1));
    }

    [Theory]
    [InlineData("", "GS-T004", 0, 0, "no line with column names", "")]
    [InlineData("# only\n", "GS-T004", 1, 0, "no line with column names", "")]
    [InlineData("t,frequency\n0,50\n", "GS-T005", 1, 0, "no column 'f'", "t, frequency")]
    [InlineData("t,f,f\n0,50,50\n", "GS-T006", 1, 3, "'f' twice", "")]
    [InlineData("t,f\n0,50\n1\n", "GS-T007", 3, 0, "row 3 has 1 fields", "2 fields: t, f")]
    [InlineData("t,f\n0,50\n1,\"49.9\n", "GS-T008", 3, 0, "row 3 has broken quotes", "")]
    [InlineData("t,f\n0,50\n1,abc\n", "GS-T009", 3, 2, "row 3, column 'f': 'abc'", "45 to 65 Hz")]
    [InlineData("t;f\n0;50\n1;49,9\n", "GS-T009", 3, 2, "row 3, column 'f': '49,9'", "45 to 65 Hz")]
    [InlineData("t,f\n0,50\n1,NaN\n", "GS-T009", 3, 2, "'NaN'", "45 to 65 Hz")]
    [InlineData("t,f\n0,50\n1,Infinity\n", "GS-T009", 3, 2, "'Infinity'", "45 to 65 Hz")]
    [InlineData("t,f\n0,50\n11:00:01,50\n", "GS-T009", 3, 1, "column 't': '11:00:01'", "a time in seconds")]
    [InlineData("t,f\n0,50\n1,66\n", "GS-T010", 3, 2, "becomes 66 Hz", "45 to 65 Hz")]
    [InlineData("t,f\n0,50\n1,49.9\n1,49.8\n", "GS-T011", 4, 1, "'1' is not after the row before (1)", "more than 1 s")]
    [InlineData("t,f\n0,50\n-1,49.9\n", "GS-T011", 3, 1, "'-1' is not after the row before (0)", "more than 0 s")]
    [InlineData("t,f\n0,50\n", "GS-T012", 2, 0, "the file has one sample", "at least 2 samples")]
    public void Refuses_with_row_column_value_and_what_is_allowed(string text, string code, int line, int column, string message, string allowed)
    {
        Findings findings = [];
        using StringReader reader = new(text);
        Assert.Null(TraceFile.Read("hour.csv", reader, Hertz, false, findings));
        Finding finding = Assert.Single(findings);
        Assert.Equal((code, "hour.csv", line, column), (finding.Code, finding.File, finding.Line, finding.Column));
        Assert.Contains(message, finding.Message);
        Assert.Contains(allowed, finding.Allowed);
        Assert.NotEmpty(finding.Cure);
    }

    [Fact]
    public void Stops_after_ten_errors()
    {
        Findings findings = [];
        using StringReader reader = new("t,f\n" + string.Concat(Enumerable.Range(0, 1000).Select(i => $"{i},x\n")));
        Assert.Null(TraceFile.Read("hour.csv", reader, Hertz, false, findings));
        Assert.Equal(10, findings.Count);
    }

    [Fact]
    public void A_missing_file_names_its_neighbours()
    {
        Findings findings = [];
        string file = Path.Combine(TestRoot.Folder, "config", "traces", "nordic-huor.csv");
        Assert.Null(TraceFile.Load(file, Hertz, false, findings));
        Assert.Contains("did you mean 'nordic-hour.csv'?", findings[0].Cure);
    }

    [Fact]
    public void A_file_without_end_is_refused()
    {
        if (!File.Exists("/dev/zero")) return;
        Findings findings = [];
        Assert.Null(TraceFile.Load("/dev/zero", Hertz, false, findings));
        Assert.Equal("GS-T003", Assert.Single(findings).Code);
    }

    [Fact]
    public void Scale_and_offset_come_before_the_check()
    {
        SampleTrace trace = Good("t,f\n0,-50\n1,100\n", Hertz with { Scale = 0.001, Offset = 50 });
        Assert.Equal(49.95, trace.At(0), 12);
        Assert.Equal(50.1, trace.At(1), 12);
    }

    [Fact]
    public void Held_values_stay_until_the_next_sample_and_for_one_interval_after_the_last()
    {
        SampleTrace trace = Good("t,f\n10,50\n12,49\n14,48\n", Hertz with { Interpolation = Interpolation.Held });
        Assert.Equal([50, 50, 49, 49, 48, 48], new[] { 0, 1.99, 2, 3.99, 4, 5.99 }.Select(trace.At));
        Assert.Equal(6, trace.LengthS);
        Assert.False(trace.HasEnded(5.99));
        Assert.True(trace.HasEnded(6));
    }

    [Fact]
    public void A_repeating_series_begins_again_and_never_ends()
    {
        Findings findings = [];
        using StringReader reader = new("t,f\n0,50\n1,49\n");
        SampleTrace trace = TraceFile.Read("x", reader, Hertz, true, findings)!;
        Assert.Equal([50, 49.5, 49, 49.5, 50, 49.5], new[] { 0, 0.5, 1, 1.5, 2, 2.5 }.Select(trace.At));
        Assert.Equal(49.5, trace.At(0.5)); // backwards works too
        Assert.False(trace.HasEnded(1e9));
    }

    private static SampleTrace Good(string text, TraceFormat? format = null)
    {
        Findings findings = [];
        using StringReader reader = new(text);
        SampleTrace? trace = TraceFile.Read("hour.csv", reader, format ?? Hertz, false, findings);
        Assert.Empty(findings);
        return trace!;
    }
}
