using Gravistore.Console.Live;

namespace Gravistore.Console.Tests.Live;

/// <summary>Whole pictures, reviewed by eye when they change.</summary>
public sealed class LivePictureTests
{
    [Theory]
    [InlineData(8, 80, 24, true)]
    [InlineData(8, 80, 24, false)]
    [InlineData(1, 80, 24, true)]
    [InlineData(64, 80, 24, true)]
    [InlineData(8, 200, 50, true)]
    [InlineData(64, 200, 50, true)]
    [InlineData(8, 60, 15, true)]
    [InlineData(8, 24, 4, false)]
    public void The_picture_is_the_one_that_was_reviewed(int hoists, int width, int height, bool utf8)
    {
        Canvas canvas = LivePicture.Draw(LiveSamples.HalfDone(hoists), width, height, utf8 ? Glyphs.Unicode : Glyphs.Ascii);
        string text = string.Concat(Enumerable.Range(0, height).Select(y => canvas.Line(y).TrimEnd() + "\n"));
        Golden.Check($"{hoists}-hoists-{width}x{height}-{(utf8 ? "utf8" : "ascii")}.txt", text);
        Assert.Equal(0, canvas.Clashes);
    }

    [Fact]
    public void What_was_asked_shows_where_it_was_not_given()
    {
        Canvas canvas = LivePicture.Draw(LiveSamples.HalfDone(8), 200, 50, Glyphs.Unicode);
        int asked = Enumerable.Range(0, 50).Sum(y => Enumerable.Range(0, 200).Count(x => canvas.InkAt(x, y) == Ink.Asked && canvas.CharacterAt(x, y) != ' '));
        Assert.InRange(asked, 1, 400);
    }

    [Fact]
    public void A_peak_between_two_columns_is_not_lost()
    {
        RollingSeries series = new(100);
        for (int bucket = 0; bucket < 50; bucket++) series.Add(bucket, 1);
        series.Add(50, 99);
        Assert.True(series.TryGet(40, 60, out double least, out double greatest));
        Assert.Equal((1.0, 99.0), (least, greatest));
        Assert.False(series.TryGet(51, 60, out _, out _));
    }

    [Theory]
    [InlineData(0.2, "1 s")]
    [InlineData(59.2, "1 min")]
    [InlineData(61, "1 min 1 s")]
    [InlineData(3600, "1 h")]
    [InlineData(9000, "2 h 30 min")]
    public void Times_are_told_in_the_units_people_use(double seconds, string text) => Assert.Equal(text, Fit.Duration(seconds));

    [Theory]
    [InlineData(-0.0004, "0.000")]
    [InlineData(12345678901, "12345678901")]
    [InlineData(1.5e30, "1.5e30")]
    [InlineData(double.NaN, "none")]
    public void Numbers_fit_their_columns(double value, string text) => Assert.Equal(text, Fit.Number(value, 12, "0.000", "0"));

    [Fact]
    public void Nothing_from_a_file_commands_the_terminal() =>
        Assert.Equal("a?[31m?é?", Fit.Printable("a\e[31m\né\u4e00", Glyphs.Unicode));
}
