using System.Globalization;
using System.Text.RegularExpressions;
using CsCheck;
using Gravistore.Console.Live;
using Gravistore.Core.Dictionary;
using Gravistore.Core.Modes;
using Gravistore.DryRun;
using Gravistore.DryRun.Results;

namespace Gravistore.Console.Tests.Live;

/// <summary>What holds of every picture, whatever the size of the window, the plant and the values.</summary>
public sealed class LivePictureProperties
{
    private static readonly Gen<double> Value = Gen.Frequency(
        (8, Gen.Double[-3e6, 3e6]), (1, Gen.Const(double.NaN)), (1, Gen.Const(double.PositiveInfinity)), (1, Gen.Double[-1e300, 1e300]));
    private static readonly Gen<string> Name = Gen.Frequency((6, Gen.String[Gen.Char['a', 'z'], 1, 20]), (2, Gen.String[Gen.Char, 0, 120]));
    private static readonly Gen<(int Width, int Height, int Hoists)> Size = Gen.Select(Gen.Int[1, 260], Gen.Int[1, 90], Gen.Int[1, 64]);

    private static readonly string[] Severities = ["info", "warning", "alarm", "trip"];
    private static readonly Gen<EventRecord[]> Events = (
        from time in Gen.Double[0, 1e7]
        from hoist in Gen.Int[-1, 63]
        from value in Value
        from severity in Gen.Int[0, 3].Select(i => Severities[i])
        from info in Gen.Int[0, EventDictionary.All.Count - 1].Select(i => EventDictionary.All[i])
        select new EventRecord(time, hoist, info.Number, info.Name, severity, value, 0, info.Unit, info.Text)).Array[0, 30];

    private static readonly Gen<LiveModel> Models =
        from hoists in Gen.Int[1, 64]
        from name in Name
        from step in Name
        from values in Value.Array[12]
        from times in Gen.Double[0.1, 5000].Array[1, 40]
        from speed in Gen.Frequency((2, Gen.Const((double?)null)), (1, Gen.Double[0.01, 1000].Select(v => (double?)v)))
        from depths in Gen.Frequency((5, Gen.Double[-20, 560]), (1, Value)).Array[hoists]
        from events in Events
        select Model(hoists, name, step, values, times, speed, depths, events);

    [Fact]
    public void Nothing_is_cut_and_nothing_overlaps() => Gen.Select(Models, Size, Gen.Bool).Sample((model, size, utf8) =>
    {
        Canvas canvas = LivePicture.Draw(model, size.Width, size.Height, utf8 ? Glyphs.Unicode : Glyphs.Ascii);
        return canvas.Clashes == 0;
    }, iter: 1500);

    [Fact]
    public void Every_line_is_exactly_as_wide_as_the_window_in_plain_cells() => Gen.Select(Models, Size, Gen.Bool).Sample((model, size, utf8) =>
    {
        Canvas canvas = LivePicture.Draw(model, size.Width, size.Height, utf8 ? Glyphs.Unicode : Glyphs.Ascii);
        return Enumerable.Range(0, size.Height).All(y => canvas.Line(y) is var line && line.Length == size.Width && line.All(c => utf8 ? !char.IsControl(c) && !char.IsSurrogate(c) : c is >= ' ' and <= '~'));
    }, iter: 500);

    [Fact]
    public void Every_hoist_is_shown_or_counted_among_those_that_do_not_fit() => Size.Where(s => s.Width >= 80 && s.Height >= 20).Sample(size =>
    {
        Canvas canvas = LivePicture.Draw(LiveSamples.HalfDone(size.Hoists), size.Width, size.Height, Glyphs.Ascii);
        string[] lines = [.. Enumerable.Range(0, size.Height).Select(canvas.Line)];
        int rows = lines.Sum(l => Count(l, "Raising ") + Count(l, "HoldingOnMotor") + Count(l, "Parked "));
        Match more = Regex.Match(string.Concat(lines), @"and (\d+) hoists more that do not fit");
        int left = more.Success ? int.Parse(more.Groups[1].Value, CultureInfo.InvariantCulture) : 0;
        return rows + left == size.Hoists;
    }, iter: 300);

    private static int Count(string line, string text) => (line.Length - line.Replace(text, "").Length) / text.Length;

    private static LiveModel Model(int hoists, string name, string step, double[] values, double[] times, double? speed, double[] depths, EventRecord[] events)
    {
        LiveModel model = new(LiveSamples.Plant(hoists), name, Math.Max(1, times.Max() * 0.7), speed);
        RunSnapshot snapshot = new(hoists) { Step = step, Mode = (PlantMode)(hoists % 10), Events = events, EventsLost = hoists % 2 * 17 };
        foreach ((double time, int at) in times.Order().Select((t, i) => (t, i % 4)))
        {
            (snapshot.SimulatedS, snapshot.WallS) = (time, time / 500);
            (snapshot.AskedPowerW, snapshot.GivenPowerW) = (values[at], values[at + 4]);
            (snapshot.FrequencyHz, snapshot.StateOfCharge) = (50 + 1e-7 * values[at + 8], 1e-6 * values[at]);
            for (int i = 0; i < hoists; i++)
                snapshot.Hoists[i] = new HoistSnapshot { WeightDepthM = depths[i], SpeedMps = 1e-6 * values[i % 12], RopeForceN = values[(i + 1) % 12], ExpectedRopeForceN = values[(i + 2) % 12], Mode = (HoistMode)(i % 11) };
            model.Add(snapshot);
        }
        return model;
    }
}
