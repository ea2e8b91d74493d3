using Gravistore.Core.Parameters;
using Gravistore.Drivers.Pins;

namespace Gravistore.Drivers.Tests;

/// <summary>Contacts as tables of samples: levels of both terminals, and what comes of them.</summary>
public sealed class WiredContactTests
{
    private const long SampleNs = 10_000_000;

    private sealed class Samples : IContactSource
    {
        public uint Levels { get; private set; }
        public long StampNs { get; private set; }
        int IContactSource.Samples => _count;
        private int _count;

        public void Add(string levels)
        {
            Levels = (levels[0] == '1' ? 1u : 0) | (levels.Length > 1 && levels[1] == '1' ? 2u : 0);
            StampNs += SampleNs;
            _count++;
        }
    }

    private static string Play(WiredSignal signal, string opposite, bool activeHigh, string table)
    {
        Samples samples = new();
        WiredContact contact = new(new InputWiring(signal, -1, "", "a", opposite, activeHigh), new GpioWiring("chip", GpioLibrary.Libgpiod2, 2, 0.03, 0.1), samples, name => name == "a" ? 0 : 1);
        List<string> values = [];
        foreach (string levels in table.Split(' '))
        {
            samples.Add(levels);
            values.Add((contact.Read() ? "T" : "f") + (contact.IsContradictory ? "!" : ""));
        }
        return string.Join(' ', values);
    }

    [Theory]
    [InlineData("1 1 0 1 0 0 1 0 1 1", "T T T T T f f f f T")] // a bounce of one sample is no change
    [InlineData("0 0 1 1", "f f f T")]
    public void A_single_contact_changes_after_two_samples_in_a_row(string table, string values) => Assert.Equal(values, Play(WiredSignal.ChainClosed, "", true, table));

    [Theory]
    [InlineData(WiredSignal.ChainClosed, true, "10 10 00 00 00 00 10 10", "T T T f f f! f T")] // broken: open, contradictory after 30 ms; healed
    [InlineData(WiredSignal.ChainClosed, true, "10 11 10 11 11", "T T T T f")] // changing over for one sample is nothing
    [InlineData(WiredSignal.ChainClosed, true, "10 01 01 10 10", "T T f f T")]
    [InlineData(WiredSignal.EmergencyStop, false, "10 10 00 00 00 00", "f f f T T T!")]
    [InlineData(WiredSignal.EmergencyStop, false, "10 01 01", "f f T")]
    public void A_pair_that_disagrees_takes_its_safe_value_and_is_contradictory_after_its_time(WiredSignal signal, bool activeHigh, string table, string values) => Assert.Equal(values, Play(signal, "b", activeHigh, table));

    [Fact]
    public void Reading_twice_between_samples_counts_once()
    {
        Samples samples = new();
        WiredContact contact = new(new InputWiring(WiredSignal.ChainClosed, -1, "", "a", "", true), new GpioWiring("chip", GpioLibrary.Libgpiod2, 2, 0.03, 0.1), samples, _ => 0);
        samples.Add("1");
        Assert.True(contact.Read());
        samples.Add("0");
        Assert.True(contact.Read());
        Assert.True(contact.Read());
        samples.Add("0");
        Assert.False(contact.Read());
    }
}
