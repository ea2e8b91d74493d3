using System.Globalization;
using CsCheck;

namespace Gravistore.Charts.Tests;

/// <summary>Marks stand where people expect them.</summary>
public sealed class AxisTests
{
    [Theory]
    [InlineData(0, 100, 5, "0 20 40 60 80 100")]
    [InlineData(-2000, 2000, 5, "\u22122000 \u22121000 0 1000 2000")]
    [InlineData(49.87, 50.11, 5, "49.85 49.90 49.95 50.00 50.05 50.10 50.15")]
    [InlineData(0, 0.0007, 4, "0.0000 0.0002 0.0004 0.0006 0.0008")]
    [InlineData(7, 7, 5, "6.6 6.8 7.0 7.2 7.4")]
    [InlineData(0, 0, 5, "0.0 0.2 0.4 0.6 0.8 1.0")]
    public void Values(double min, double max, int intervals, string labels) =>
        Assert.Equal(labels, string.Join(' ', Axis.Of(min, max, "kW", intervals).Ticks.Select(t => t.Label)));

    [Theory]
    [InlineData(0, 68.6, 8, "s", "0 10 20 30 40 50 60")]
    [InlineData(0, 2740, 8, "min", "0 10 20 30 40")]
    [InlineData(0, 5400, 8, "min", "0 15 30 45 60 75 90")]
    [InlineData(0, 12_600, 8, "h", "0 0.5 1 1.5 2 2.5 3 3.5")]
    [InlineData(-1, 12, 6, "s", "0 5 10")]
    [InlineData(0, 40 * 86_400, 8, "h", "0 192 384 576 768 960")]
    public void Times(double fromS, double toS, int intervals, string unit, string labels)
    {
        Axis axis = TimeAxis.Of(fromS, toS, intervals);
        Assert.Equal(unit, axis.Unit);
        Assert.Equal(labels, string.Join(' ', axis.Ticks.Select(t => t.Label)));
    }

    [Fact]
    public void An_axis_of_values_holds_them_its_steps_are_1_2_or_5_and_there_are_neither_few_nor_many() =>
        Gen.Select(Gen.Double[-1e6, 1e6], Gen.OneOf(Gen.Double[1e-6, 1e-3], Gen.Double[1e-3, 1e6]), Gen.Int[3, 9]).Sample((min, span, intervals) =>
        {
            Axis axis = Axis.Of(min, min + span, "", intervals);
            Assert.True(axis.Min <= min + 1e-6 * span && axis.Max >= min + span * (1 - 1e-6));
            Assert.InRange(axis.Ticks.Count, 2, 2 * intervals + 2);
            double step = axis.Ticks[1].Value - axis.Ticks[0].Value;
            string digits = step.ToString("E6", CultureInfo.InvariantCulture);
            Assert.Contains(digits[..4], (string[])["1.00", "2.00", "5.00", "9.99", "4.99", "1.99"]);
        });

    [Fact]
    public void A_span_too_small_for_doubles_is_widened_and_no_number_gives_an_axis()
    {
        Assert.True(Axis.Of(1e9, 1e9 + 1e-8, "").Max > 1e9);
        Assert.Equal((0, 1), (Axis.Of(double.NaN, double.NaN, "").Min, Axis.Of(double.NaN, double.NaN, "").Max));
        Assert.NotEmpty(TimeAxis.Of(5, 5).Ticks);
    }

    [Theory]
    [InlineData(1234.5678, 5, "1234.6")]
    [InlineData(-0.00012, 3, "\u22120.00012")]
    [InlineData(8.153e-14, 5, "8.2e\u221214")]
    [InlineData(0, 5, "0")]
    [InlineData(15, 3, "15")]
    [InlineData(double.NaN, 3, "\u2013")]
    public void Numbers_for_people(double value, int digits, string text) => Assert.Equal(text, Figures.Short(value, digits));

    [Theory]
    [InlineData(0.5, "0.50 s")]
    [InlineData(68.62, "68.6 s")]
    [InlineData(2740, "45 min 40 s")]
    [InlineData(9000, "2 h 30 min")]
    public void Durations(double seconds, string text) => Assert.Equal(text, Figures.Duration(seconds));
}
