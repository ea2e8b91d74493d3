using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using CsCheck;

namespace Gravistore.Charts.Tests;

/// <summary>Pages are well-formed, have nothing to fetch, and show what they were given.</summary>
public sealed partial class PageTests
{
    private static readonly Series Wave = new("wave", [.. Enumerable.Range(0, 200).Select(i => new TracePoint(i, Math.Sin(0.1 * i)))], LineStyle.Measured);

    [Fact]
    public void Any_text_gives_well_formed_xml_that_reads_back() => Gen.String.Sample(text =>
    {
        XDocument page = Parse(Page.Write(text, p => p.Leaf("p", text, ("title", text))));
        string shown = page.Descendants("p").Single().Value;
        Assert.Equal(Readable(text), shown);
    });

    [Fact]
    public void A_page_with_everything_is_well_formed_and_has_nothing_to_fetch_or_run()
    {
        string text = Everything();
        Assert.NotNull(Parse(text).Root);
        Assert.DoesNotContain("http", text);
        Assert.DoesNotContain("<script", text);
        Assert.DoesNotContain("@import", text);
        Assert.DoesNotMatch(Reference(), text);
    }

    // An HTML parser takes <div/> for an opened div.
    [Fact]
    public void Only_elements_that_html_leaves_empty_close_themselves()
    {
        string[] closed = [.. SelfClosed().Matches(Everything()).Select(m => m.Groups[1].Value).Distinct()];
        Assert.NotEmpty(closed);
        Assert.All(closed, name => Assert.Contains(name, (string[])["meta", "link", "path", "rect", "line"]));
        Assert.Throws<ArgumentException>(() => new Markup().Empty("div"));
    }

    [Fact]
    public void An_element_left_open_is_noticed() => Assert.Throws<InvalidOperationException>(() => new Markup().Open("p").ToString());

    [Fact]
    public void A_line_passes_through_its_peak_at_its_place()
    {
        TracePoint[] points = [new(0, 0), new(50, 0), new(50, 10), new(50, 0), new(100, 0)];
        Assert.Equal((1000, 0), Places(points, 0, 100, 0, 10).MinBy(p => p.Y));
        Assert.Equal(5, Places(points, 0, 100, 0, 10).Count);
    }

    [Fact]
    public void A_drawn_line_reaches_every_extreme_of_its_points() => Gen.Select(Gen.Double[0, 100], Gen.Double[-1, 1]).Array[2, 200].Sample(values =>
    {
        TracePoint[] points = [.. values.OrderBy(v => v.Item1).Select(v => new TracePoint(v.Item1, v.Item2))];
        List<(int X, int Y)> places = Places(points, 0, 100, -1, 1);
        // Half a place off at most: a value between two places may be drawn at either.
        Assert.InRange(places.Min(p => p.Y) - 500 * (1 - points.Max(p => p.Value)), -0.5001, 0.5001);
        Assert.InRange(places.Max(p => p.Y) - 500 * (1 - points.Min(p => p.Value)), -0.5001, 0.5001);
        Assert.True(places.Count <= points.Length);
    });

    [Fact]
    public void What_leaves_the_axis_is_marked()
    {
        LinePlot plot = new() { Title = "t", Time = TimeAxis.Of(0, 200), Values = Axis.Of(-0.5, 0.5, "m"), Series = [Wave] };
        string drawn = Draw(p => LinePlotWriter.Write(p, plot));
        Assert.Contains("\u25b2", drawn);
        Assert.Contains("\u25bc", drawn);
        Assert.DoesNotContain("\u25b2", Draw(p => LinePlotWriter.Write(p, plot with { Values = Axis.Of(-1, 1, "m") })));
    }

    [Fact]
    public void Branches_of_a_flow_are_as_wide_as_their_amounts()
    {
        FlowDiagram flow = new() { Title = "t", Unit = "kWh", Steps = [new(FlowKind.In, "in", 100), new(FlowKind.Out, "loss", 25), new(FlowKind.Through, "store", 75), new(FlowKind.End, "out", 75)] };
        XElement[] stems = [.. XElement.Parse(Draw(p => FlowDiagramWriter.Write(p, flow))).Descendants("rect")];
        Assert.Equal([120.0, 90, 90], stems.Select(s => (double)s.Attribute("width")!));
    }

    [Theory]
    [InlineData("H1 H2 H3 H8", "H1\u20133, 8")]
    [InlineData("H4 H3", "H3, 4")]
    [InlineData("H7", "H7")]
    [InlineData("up down", "up, down")]
    public void Names_that_stand_together_are_told_short(string names, string text) => Assert.Equal(text, NameRun.Of(names.Split(' ')));

    [Fact]
    public void A_cell_keeps_its_exact_value() =>
        Assert.Contains("data-name=\"x\" data-value=\"0.30000000000000004\">0.3<", Draw(p => DataTable.Write(p, ["x"], [[Cell.Of(0.1 + 0.2, 5, "x")]])));

    private static string Everything() => Page.Write("all <of> & \"it\"", page =>
    {
        Axis time = TimeAxis.Of(0, 200);
        Page.OpenSection(page, "A & B");
        LinePlotWriter.Write(page, new LinePlot { Title = "<plot>", Time = time, Values = Axis.Of(-1, 1, "m/s"), Series = [Wave, Wave with { Style = LineStyle.Wanted }], Levels = [new Level("limit", 0.5, LineStyle.Limit)], Markers = [new Marker(3, "1"), new Marker(4, "2"), new Marker(100, "3")] });
        LinePlotWriter.Write(page, new LinePlot { Title = "named", Time = time, Values = Axis.Of(-1, 1, "m/s"), Series = [Wave with { Name = "H1" }, Wave with { Name = "H2" }], NamesAtEnds = true });
        LinePlotWriter.Write(page, new LinePlot { Title = "empty", Time = time, Values = Axis.Of(0, 0, "m"), Series = [new Series("none", [], LineStyle.Of(9))] });
        BandTimelineWriter.Write(page, new BandTimeline { Title = "modes", Time = time, Rows = [new BandRow("plant", [.. Enum.GetValues<BandStyle>().Select((s, i) => new Band(20 * i, 20 * i + 20, s.ToString(), s))])] });
        FlowDiagramWriter.Write(page, new FlowDiagram { Title = "flow", Unit = "kWh", Steps = [new(FlowKind.In, "in", 2), new(FlowKind.Out, "loss", 1), new(FlowKind.End, "out", 1)] });
        DataTable.Write(page, ["name", "value"], [["a", Cell.Of(1.5)], ["b", Cell.Of(null)]]);
        page.Close();
    });

    private static List<(int X, int Y)> Places(TracePoint[] points, double fromS, double toS, double min, double max)
    {
        LinePlot plot = new() { Title = "t", Time = Axis.Between(fromS, toS, "s"), Values = Axis.Between(min, max, "m"), Series = [new Series("s", points, LineStyle.Measured)] };
        string path = XElement.Parse(Draw(p => LinePlotWriter.Write(p, plot))).Descendants("path").Single().Attribute("d")!.Value;
        int[] numbers = [.. Whole().Matches(path).Select(m => int.Parse(m.Value, System.Globalization.CultureInfo.InvariantCulture))];
        List<(int X, int Y)> places = [(numbers[0], numbers[1])];
        for (int i = 2; i + 1 < numbers.Length; i += 2) places.Add((places[^1].X + numbers[i], places[^1].Y + numbers[i + 1]));
        return places;
    }

    private static string Draw(Action<Markup> draw)
    {
        Markup page = new();
        draw(page);
        return page.ToString();
    }

    private static XDocument Parse(string text)
    {
        using XmlReader reader = XmlReader.Create(new StringReader(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse, XmlResolver = null });
        return XDocument.Load(reader, LoadOptions.PreserveWhitespace);
    }

    // XML reads every line end as a line feed, and holds no other control characters and no half of a surrogate pair.
    private static string Readable(string text) =>
        string.Concat(text.ReplaceLineEndings("\n").EnumerateRunes().Select(r => r.ToString()))
            .Aggregate("", (all, c) => all + (c is '\t' or '\n' || (c >= ' ' && c < '\uFFFE') ? c : '\uFFFD'));

    [GeneratedRegex(@"(src|href|url)\s*[=(]\s*[""']?(?!data:,)[^""'#]")]
    private static partial Regex Reference();

    [GeneratedRegex(@"<(\w+)[^<>]*/>")]
    private static partial Regex SelfClosed();

    [GeneratedRegex(@"-?\d+")]
    private static partial Regex Whole();
}
