namespace Gravistore.Json;

/// <summary>Units at the end of key names: finds the declared key that means the same quantity in another unit.</summary>
internal static class UnitNames
{
    // Suffix in key names and the unit as printed, longer suffixes before those they end in.
    private static readonly (string Suffix, string Unit)[] Units =
    [
        ("JPerKgK", "J/(kg K)"), ("MNPerM", "MN/m"), ("KNPerM", "kN/m"), ("NPerM", "N/m"), ("RadPerS2", "rad/s2"), ("RadPerS", "rad/s"), ("MmPerS", "mm/s"), ("KgPerM", "kg/m"), ("WPerK", "W/K"),
        ("KgM2", "kg m2"), ("GM2", "g m2"), ("Mps3", "m/s3"), ("Mps2", "m/s2"), ("Mps", "m/s"), ("Kmh", "km/h"), ("Fpm", "ft/min"), ("MWh", "MWh"), ("KWh", "kWh"), ("KNm", "kN m"), ("Nm", "N m"),
        ("Percent", "%"), ("Pct", "%"), ("Share", "share of 1"), ("Rpm", "rpm"), ("Rps", "1/s"), ("Degrees", "degrees"), ("Deg", "degrees"), ("Rad", "rad"), ("MPa", "MPa"), ("KPa", "kPa"), ("Bar", "bar"), ("Pa", "Pa"),
        ("MHz", "mHz"), ("KHz", "kHz"), ("Hz", "Hz"), ("GN", "GN"), ("MN", "MN"), ("KN", "kN"), ("MW", "MW"), ("KW", "kW"), ("MJ", "MJ"), ("KJ", "kJ"), ("Kg", "kg"), ("Lb", "lb"),
        ("Km", "km"), ("Cm", "cm"), ("Mm", "mm"), ("Ft", "ft"), ("Min", "min"), ("Ms", "ms"), ("Us", "us"), ("Ns", "ns"),
        ("N", "N"), ("W", "W"), ("J", "J"), ("M", "m"), ("S", "s"), ("H", "h"), ("T", "t"), ("G", "g"), ("C", "deg C"), ("K", "K"), ("F", "deg F"), ("A", "A"), ("V", "V"),
    ];

    /// <summary>The known name that differs from <paramref name="given"/> in its unit (or its case) alone, or null.</summary>
    public static string? SameQuantity(string given, IEnumerable<string> known)
    {
        foreach (string name in known)
            if (UnitOf(name).Length > 0 && IsSameQuantity(given, name)) return name;
        return null;
    }

    /// <summary>The unit in a key's name as printed, empty when it has none.</summary>
    public static string UnitOf(string name) => Find(name, StringComparison.Ordinal).Unit;

    public static string Message(string given, string other) => UnitOf(given).Length > 0 && UnitOf(given) != UnitOf(other)
        ? $"{JsonText.Quote(given)} gives {UnitOf(given)}, but {UnitOf(other)} is expected"
        : $"{JsonText.Quote(given)} does not name the expected unit {UnitOf(other)}";

    private static bool IsSameQuantity(string given, string name)
    {
        string stem = Stem(name, StringComparison.Ordinal);
        return Same(given, name) || Same(given, stem) || Same(Stem(given, StringComparison.Ordinal), stem) || Same(Stem(given, StringComparison.OrdinalIgnoreCase), stem);
    }

    private static bool Same(string a, string b) => a.Length > 0 && string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    private static string Stem(string name, StringComparison comparison) => name[..^Find(name, comparison).Suffix.Length];

    private static (string Suffix, string Unit) Find(string name, StringComparison comparison)
    {
        foreach ((string Suffix, string Unit) unit in Units)
            if (EndsWith(name, unit.Suffix, comparison)) return unit;
        return ("", "");
    }

    // A unit begins with its only capital after a small letter or digit: the G of massKG is none.
    private static bool EndsWith(string name, string suffix, StringComparison comparison) =>
        name.Length > suffix.Length && name.EndsWith(suffix, comparison)
        && (comparison == StringComparison.OrdinalIgnoreCase || !char.IsUpper(name[^(suffix.Length + 1)]));
}
