using CsCheck;
using Gravistore.DryRun.Loop;
using Gravistore.FirmwareSim.Firmware;

namespace Gravistore.DryRun.Tests.Loop;

/// <summary>Links whose delay changes while writes are under way.</summary>
public sealed class RetimeTests
{
    private sealed class Device : IRegisterDevice
    {
        public readonly List<ushort> Written = [];

        public ModbusException Read(int address, Span<ushort> destination) => ModbusException.None;

        public ModbusException Write(int address, ReadOnlySpan<ushort> source)
        {
            Written.Add(source[0]);
            return ModbusException.None;
        }
    }

    [Fact]
    public void No_write_is_lost_or_overtaken_and_each_has_the_delay_of_its_time() =>
        Gen.Int[0, 60].Select(Gen.Int[0, 40], Gen.Int[0, 60], Gen.Int[100, 500]).Sample((delayMs, jitterMs, laterMs, changeMs) =>
        {
            Device device = new();
            DelayedWriter writer = new(device, 0, 1, delayMs, jitterMs, new JitterSource(5));
            for (int ms = 0; ms < 1000; ms++)
            {
                if (ms == changeMs) writer.Retime(laterMs, jitterMs);
                if (ms % 10 == 0) writer.Send(ms, [(ushort)(ms / 10)]);
                int before = device.Written.Count;
                writer.Deliver(ms);
                foreach (ushort sent in device.Written.Skip(before))
                {
                    bool earlier = 10 * sent < changeMs;
                    Assert.InRange(ms - 10 * sent, earlier ? delayMs : laterMs, jitterMs + (earlier ? delayMs : Math.Max(delayMs, laterMs)));
                }
            }
            Assert.Equal(Enumerable.Range(0, device.Written.Count), device.Written.Select(w => (int)w));
            Assert.True(device.Written.Count >= 100 - (laterMs + jitterMs) / 10 - 1);
        });
}
