using System.Globalization;

namespace Gravistore.Recording.Reading;

/// <summary>A comparison of one value of a cycle with a number, such as hoist[3].speedMps > 0.5 or plant.mode = tripped.</summary>
public sealed class Condition
{
    private static readonly string[] Operators = ["<=", ">=", "!=", "<", ">", "="];

    private readonly ChannelView _channel;
    private readonly string _operator;
    private readonly double _value;

    private Condition(ChannelView channel, string comparison, double value)
    {
        _channel = channel;
        _operator = comparison;
        _value = value;
    }

    /// <summary>It holds in the cycle that the cursor looks at. A value that is no number fulfils nothing but !=.</summary>
    public bool Holds => _operator switch
    {
        "<=" => _channel.Value <= _value,
        ">=" => _channel.Value >= _value,
        "!=" => _channel.Value != _value,
        "<" => _channel.Value < _value,
        ">" => _channel.Value > _value,
        _ => _channel.Value == _value,
    };

    /// <summary>Reads a condition; null with <paramref name="why"/> when it is none.</summary>
    public static Condition? Parse(string text, IReadOnlyList<ChannelView> channels, out string why)
    {
        ArgumentNullException.ThrowIfNull(text);
        why = "";
        string? comparison = Array.Find(Operators, o => text.Contains(o, StringComparison.Ordinal));
        if (comparison is null)
        {
            why = $"no comparison; allowed: {string.Join(' ', Operators)}, as in hoist[3].speedMps > 0.5";
            return null;
        }
        int at = text.IndexOf(comparison, StringComparison.Ordinal);
        (string name, string value) = (text[..at].Trim(), text[(at + comparison.Length)..].Trim());
        ChannelView? channel = ChannelView.Find(channels, name);
        if (channel is null)
        {
            why = $"there is no value \"{name}\"; \"values\" lists them";
            return null;
        }
        double? number = double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double parsed) ? parsed : channel.NumberOf(value);
        if (number is not null) return new Condition(channel, comparison, number.Value);
        why = $"\"{value}\" is no number and no value of {channel.Name}";
        return null;
    }
}
