using System.Globalization;

namespace Gravistore.Charts;

/// <summary>Names such as H1, H2, H3, H7, told short: H1–3, 7.</summary>
public static class NameRun
{
    /// <summary>One name for several; names that do not end in a number are joined by commas.</summary>
    public static string Of(IReadOnlyList<string> names)
    {
        string stem = names.Count > 0 ? names[0].TrimEnd("0123456789".ToCharArray()) : "";
        List<int> numbers = [];
        foreach (string name in names)
            if (name.StartsWith(stem, StringComparison.Ordinal) && int.TryParse(name.AsSpan(stem.Length), NumberStyles.None, CultureInfo.InvariantCulture, out int number)) numbers.Add(number);
        if (numbers.Count != names.Count || names.Count < 2) return string.Join(", ", names);
        numbers.Sort();
        return stem + string.Join(", ", Runs(numbers));
    }

    private static IEnumerable<string> Runs(List<int> numbers)
    {
        for (int i = 0, next; i < numbers.Count; i = next)
        {
            for (next = i + 1; next < numbers.Count && numbers[next] == numbers[next - 1] + 1; next++) { }
            string first = numbers[i].ToString(CultureInfo.InvariantCulture), last = numbers[next - 1].ToString(CultureInfo.InvariantCulture);
            yield return next - i == 1 ? first : next - i == 2 ? $"{first}, {last}" : $"{first}\u2013{last}";
        }
    }
}
