namespace Gravistore.Controller.Gateway;

/// <summary>Names of enumerations as messages write them, made once.</summary>
internal static class CamelCase
{
    private static class Names<T> where T : struct, Enum
    {
        public static readonly Dictionary<T, string> All = Enum.GetValues<T>().Distinct().ToDictionary(v => v, v => char.ToLowerInvariant(v.ToString()[0]) + v.ToString()[1..]);
    }

    /// <summary>The name; a number for a value that has none.</summary>
    public static string Of<T>(T value) where T : struct, Enum => Names<T>.All.TryGetValue(value, out string? name) ? name : value.ToString("D");
}
