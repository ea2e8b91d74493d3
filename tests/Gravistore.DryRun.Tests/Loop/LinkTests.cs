using CsCheck;
using Gravistore.DryRun.Loop;
using Gravistore.FirmwareSim.Firmware;

namespace Gravistore.DryRun.Tests.Loop;

public sealed class LinkTests
{
    private sealed class Device : IRegisterDevice
    {
        public readonly List<ushort> Written = [];
        public ushort Value;
        public ModbusException Answer;

        public ModbusException Read(int address, Span<ushort> destination)
        {
            if (Answer == ModbusException.None) destination.Fill(Value);
            return Answer;
        }

        public ModbusException Write(int address, ReadOnlySpan<ushort> source)
        {
            Written.Add(source[0]);
            return Answer;
        }
    }

    [Fact]
    public void Writes_arrive_in_order_within_delay_and_jitter() => Gen.Int[0, 60].Select(Gen.Int[0, 40], Gen.ULong).Sample((delayMs, jitterMs, seed) =>
    {
        Device device = new();
        DelayedWriter writer = new(device, 0, 1, delayMs, jitterMs, new JitterSource(seed));
        for (int ms = 0; ms < 1000; ms++)
        {
            if (ms % 10 == 0) writer.Send(ms, [(ushort)(ms / 10)]);
            int before = device.Written.Count;
            writer.Deliver(ms);
            foreach (ushort sent in device.Written.Skip(before)) Assert.InRange(ms - 10 * sent, delayMs, delayMs + jitterMs);
        }
        Assert.Equal(Enumerable.Range(0, device.Written.Count), device.Written.Select(w => (int)w));
        Assert.True(device.Written.Count >= 100 - (delayMs + jitterMs) / 10 - 1);
        Assert.Equal(0, writer.Refused);
    });

    [Fact]
    public void Jitter_uses_its_whole_range_and_follows_its_seed()
    {
        JitterSource one = new(3), same = new(3), other = new(4);
        int[] first = [.. Enumerable.Range(0, 1000).Select(_ => one.Next(5))];
        Assert.Equal(first, Enumerable.Range(0, 1000).Select(_ => same.Next(5)));
        Assert.NotEqual(first, Enumerable.Range(0, 1000).Select(_ => other.Next(5)));
        Assert.Equal([0, 1, 2, 3, 4, 5], first.Distinct().Order());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(10)]
    [InlineData(35)]
    public void Samples_become_known_at_their_age(int ageMs)
    {
        Device device = new();
        DelayedReader reader = new(device, 0, 2, ageMs);
        LinkTiming timing = new(0, 0, ageMs);
        for (int ms = 0; ms < 500; ms++)
        {
            device.Value = (ushort)ms;
            if (timing.IsSampleTime(ms)) reader.Sample(ms);
            if (ms % 10 != 0) continue;
            ReadOnlySpan<ushort> words = reader.Newest(ms, out long takenMs);
            Assert.Equal(ms >= ageMs, words.Length == 2);
            if (words.Length == 0) continue;
            Assert.Equal(ms - ageMs, takenMs);
            Assert.Equal(takenMs, words[1]);
        }
    }

    [Fact]
    public void A_refused_read_leaves_the_older_sample_and_counts()
    {
        Device device = new() { Value = 7 };
        DelayedReader reader = new(device, 0, 1, 0);
        reader.Sample(0);
        device.Answer = ModbusException.Busy;
        reader.Sample(10);
        Assert.Equal(7, reader.Newest(10, out long takenMs)[0]);
        Assert.Equal((0, 1), (takenMs, reader.Refused));
    }

    [Fact]
    public void A_refused_write_counts()
    {
        Device device = new() { Answer = ModbusException.IllegalAddress };
        DelayedWriter writer = new(device, 0, 1, 0, 0, new JitterSource(1));
        writer.Send(0, [1]);
        writer.Deliver(0);
        Assert.Equal(1, writer.Refused);
    }
}
