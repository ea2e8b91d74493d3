using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Gravistore.Console.Tests.Refusals;

/// <summary>Damages JSON texts in the ways people and machines do, by a seed.</summary>
internal static class Damage
{
    private static readonly (string From, string To)[] Units =
        [("Mps2", "Kmh"), ("Mps", "Kmh"), ("KNm", "Nm"), ("KN", "N"), ("MN", "KN"), ("KW", "MW"), ("Kg", "T"), ("Percent", "Share"), ("Rpm", "Rps"), ("Hz", "MHz"), ("M", "Ft"), ("S", "Ms")];

    /// <summary>One key of a file with its value, by their bytes.</summary>
    private sealed record Member(string Path, string Name, int Start, int ValueStart, int ValueEnd, bool IsNumber);

    /// <summary>A damaged copy.</summary>
    /// <param name="text">The file.</param>
    /// <param name="seed">Chooses the place and the way.</param>
    /// <returns>The copy, what was done, and the path and name of the key it was done to; an empty path for the file as a whole.</returns>
    public static (byte[] Text, string What, string Path, string Name) Of(byte[] text, int seed)
    {
        Random random = new(seed);
        Member[] all = [.. Members(text)];
        Member any = all[random.Next(all.Length)];
        Member[] numbers = [.. all.Where(m => m.IsNumber)], measured = [.. numbers.Where(m => Array.Exists(Units, u => m.Name.EndsWith(u.From, StringComparison.Ordinal)))];
        Member number = numbers[random.Next(numbers.Length)], unit = measured[random.Next(measured.Length)];
        return (seed % 8) switch
        {
            0 => (Removed(text, any), $"{any.Path} removed", any.Path, any.Name),
            1 => (Spliced(text, any.Start, any.Start, Slice(text, any.Start, any.ValueEnd) + ", "), $"{any.Path} doubled", any.Path, any.Name),
            2 => Renamed(text, any, Misspelt(any.Name, random), "misspelt"),
            3 => (Spliced(text, number.ValueStart, number.ValueEnd, Show(-Value(text, number))), $"{number.Path} negated", number.Path, number.Name),
            4 => (Spliced(text, number.ValueStart, number.ValueEnd, Show(1000 * Value(text, number))), $"{number.Path} times 1000", number.Path, number.Name),
            5 => (Spliced(text, number.ValueStart, number.ValueEnd, Show(Value(text, number) / 1000)), $"{number.Path} over 1000", number.Path, number.Name),
            6 => Renamed(text, unit, OtherUnit(unit.Name), "in another unit"),
            _ => (text[..random.Next(text.Length)], "cut", "", ""),
        };
    }

    private static List<Member> Members(byte[] text)
    {
        List<Member> members = [];
        Utf8JsonReader reader = new(text);
        reader.Read();
        Object(ref reader, "", members);
        return members;
    }

    private static void Object(ref Utf8JsonReader reader, string path, List<Member> members)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            string name = reader.GetString()!, own = path.Length == 0 ? name : $"{path}.{name}";
            int start = (int)reader.TokenStartIndex;
            reader.Read();
            int valueStart = (int)reader.TokenStartIndex;
            bool isNumber = reader.TokenType == JsonTokenType.Number;
            Value(ref reader, own, members);
            members.Add(new Member(own, name, start, valueStart, (int)reader.BytesConsumed, isNumber));
        }
    }

    private static void Value(ref Utf8JsonReader reader, string path, List<Member> members)
    {
        if (reader.TokenType == JsonTokenType.StartObject) Object(ref reader, path, members);
        if (reader.TokenType != JsonTokenType.StartArray) return;
        for (int i = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; i++) Value(ref reader, $"{path}[{i}]", members);
    }

    private static byte[] Removed(byte[] text, Member member)
    {
        int to = member.ValueEnd, from = member.Start;
        while (to < text.Length && text[to] is (byte)' ' or (byte)'\n') to++;
        if (text[to] == ',') to++;
        else while (text[from - 1] is (byte)' ' or (byte)'\n' or (byte)',') from--;
        return Spliced(text, from, to, "");
    }

    private static (byte[], string, string, string) Renamed(byte[] text, Member member, string name, string how)
    {
        string path = member.Path[..^member.Name.Length] + name;
        return (Spliced(text, member.Start, member.Start + member.Name.Length + 2, $"\"{name}\""), $"{member.Path} {how} as {name}", path, name);
    }

    private static string Misspelt(string name, Random random)
    {
        int at = random.Next(name.Length - 1);
        return name[at] == name[at + 1] ? name.Remove(at, 1) : string.Concat(name.AsSpan(0, at), name.AsSpan(at + 1, 1), name.AsSpan(at, 1), name.AsSpan(at + 2));
    }

    private static string OtherUnit(string name)
    {
        (string from, string to) = Array.Find(Units, u => name.EndsWith(u.From, StringComparison.Ordinal));
        return name[..^from.Length] + to;
    }

    private static string Slice(byte[] text, int from, int to) => Encoding.UTF8.GetString(text, from, to - from);

    private static double Value(byte[] text, Member member) => double.Parse(Slice(text, member.ValueStart, member.ValueEnd), CultureInfo.InvariantCulture);

    private static string Show(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static byte[] Spliced(byte[] text, int from, int to, string middle) => [.. text[..from], .. Encoding.UTF8.GetBytes(middle), .. text[to..]];
}
