using System.Text;
using CsCheck;

namespace Gravistore.Json.Tests;

public sealed class JsonProperties
{
    private static readonly byte[] Good = Encoding.UTF8.GetBytes(Sample.Good);
    private static readonly byte[] Loved = [.. "{}[]\",:-+.eE0179\\/ \n\tNItfnu"u8, 0, 0x80, 0xC3, 0xED, 0xFF];

    /// <summary>One to eight bytes replaced, inserted or cut, or the end cut off.</summary>
    private static readonly Gen<byte[]> Mutated =
        from edits in Gen.Select(Gen.Int[0, 3], Gen.Int[0, Good.Length - 1], Gen.OneOf(Any(Loved), Gen.Byte)).Array[1, 8]
        select edits.Aggregate(Good, Edit);

    private static Gen<T> Any<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static byte[] Edit(byte[] text, (int Kind, int At, byte Value) edit)
    {
        int at = Math.Min(edit.At, text.Length);
        return edit.Kind switch
        {
            0 => [.. text[..at], edit.Value, .. text[Math.Min(at + 1, text.Length)..]],
            1 => [.. text[..at], edit.Value, .. text[at..]],
            2 => [.. text[..at], .. text[Math.Min(at + 3, text.Length)..]],
            _ => text[..at],
        };
    }

    [Fact]
    public void AnyMutationOfAGoodFileGivesFindingsOrAllowedValuesAndNeverThrows()
    {
        Mutated.Sample(bytes =>
        {
            Findings findings = [];
            Section root = Section.Bind(JsonNode.Parse("f.json", bytes, findings), Sample.Root, findings);
            int count = root.Sub(Sample.Rope).Integer(Sample.Count);
            double mass = root.Sub(Sample.Rope).Number(Sample.Mass);
            bool placed = findings.All(f => f.Line >= 0 && f.Column >= 0 && f.Message.Length > 0 && !f.ToString().Any(char.IsControl));
            return count is >= 1 and <= 16 && mass is >= 100 and <= 500_000 && placed;
        }, iter: 20_000);
    }

    [Fact]
    public void EveryTrueBeginningOfAFileIsReportedAsCutShort()
    {
        int end = Sample.Good.TrimEnd().Length;
        for (int length = 1; length < end; length++)
        {
            Findings findings = [];
            JsonNode.Parse("f.json", Sample.Good[..length], findings);
            Assert.Equal(["GS-J008"], findings.Select(f => f.Code));
        }
    }

    [Fact]
    public void FiniteNumbersReadBackExactly()
    {
        Gen.Double.Where(double.IsFinite).Sample(value =>
        {
            Findings findings = [];
            JsonNode node = JsonNode.Parse("f.json", "[" + JsonText.Number(value) + "]", findings);
            return findings.Count == 0 && node.Items[0].Number.Equals(value == 0 ? node.Items[0].Number : value);
        });
    }

    [Fact]
    public void AnyOverrideGivesFindingsOrAValueAndNeverThrows()
    {
        Gen<string> path = Gen.OneOf(Any("rope", "rope.count", "steps[0].geared", "steps[1]", "title", "rope.magnetDepthsM[0]"), Gen.String[Gen.Char["abc.[]01"], 0, 12]);
        Gen<string> value = Gen.OneOf(Any("1", "true", "[1,2]", "{}", "null", "{\"a\":", "\"x"), Gen.String);
        Gen.Select(path, value).Sample((at, text) =>
        {
            Findings findings = [];
            JsonNode root = JsonNode.Parse("f.json", Sample.Good, findings);
            root.Set(at, text, findings, Sample.Root);
            return Section.Bind(root, Sample.Root, findings).Sub(Sample.Rope).Integer(Sample.Count) is >= 1 and <= 16;
        });
    }

    [Fact]
    public void NearestMatchFindsAnyNameWithOneLetterChanged()
    {
        string[] known = ["massPerMetreKg", "axialStiffnessMN", "breakingForceKN", "dampingRatio"];
        Gen.Select(Gen.Int[0, known.Length - 1], Gen.Int[0, 11], Gen.Char['a', 'z']).Sample((which, at, letter) =>
        {
            char[] name = known[which].ToCharArray();
            name[at] = letter;
            return NearestMatch.Of(new string(name), known) == known[which];
        });
    }
}
