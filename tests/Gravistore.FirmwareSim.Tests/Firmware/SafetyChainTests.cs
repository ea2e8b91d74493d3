using CsCheck;
using Gravistore.FirmwareSim.Firmware;

namespace Gravistore.FirmwareSim.Tests.Firmware;

/// <summary>The hard-wired chain: opens on anything, closes on the key's edge alone.</summary>
public class SafetyChainTests
{
    private const int Hoists = 3;

    [Fact]
    public void It_starts_open_and_closes_on_the_edge_of_the_key()
    {
        SafetyChain chain = NewChain();
        ChainSignals good = Good;
        chain.Step(good);
        Assert.False(chain.Closed);
        Assert.False(chain.StoClosed);
        Assert.Equal(ChainCause.Start, chain.FirstOut);
        chain.Step(good with { ResetKey = true });
        Assert.True(chain.Closed);
        Assert.True(chain.StoClosed);
        Assert.Equal(ChainCause.None, chain.FirstOut);
    }

    [Fact]
    public void A_key_that_is_held_does_not_close_it()
    {
        SafetyChain chain = NewChain();
        chain.Step(Good with { ResetKey = true });
        Assert.False(chain.Closed);
        chain.Step(Good);
        chain.Step(Good with { ResetKey = true });
        Assert.True(chain.Closed);
        chain.Step(Good with { ResetKey = true, EmergencyStop = true });
        chain.Step(Good with { ResetKey = true });
        Assert.False(chain.Closed);
    }

    [Theory]
    [InlineData(ChainCause.EmergencyStop, -1)]
    [InlineData(ChainCause.Watchdog, -1)]
    [InlineData(ChainCause.TripRequest, -1)]
    [InlineData(ChainCause.Overtravel, 2)]
    [InlineData(ChainCause.Overspeed, 1)]
    [InlineData(ChainCause.DriveFaultInMotion, 0)]
    public void Every_cause_opens_it_and_is_named(ChainCause cause, int hoist)
    {
        SafetyChain chain = Closed();
        chain.Step(Provoke(chain, cause));
        Assert.False(chain.Closed);
        Assert.Equal(cause, chain.FirstOut);
        Assert.Equal(hoist, chain.FirstOutHoist);
        Assert.Equal(cause == ChainCause.Overspeed, chain.OverspeedTripped);
        chain.Step(Good with { ResetKey = true, WatchdogClosed = cause != ChainCause.Watchdog, EmergencyStop = cause == ChainCause.EmergencyStop, TripRequested = cause == ChainCause.TripRequest });
        Assert.False(chain.Closed);
        for (int i = 0; i < Hoists; i++) chain.Hoist(i) = default;
        chain.Step(Good);
        Assert.Equal(cause, chain.FirstOut);
        chain.Step(Good with { ResetKey = true });
        Assert.True(chain.Closed);
        Assert.False(chain.OverspeedTripped);
    }

    [Fact]
    public void Only_the_first_cause_is_named()
    {
        SafetyChain chain = Closed();
        chain.Step(Good with { EmergencyStop = true });
        chain.Step(Good with { WatchdogClosed = false });
        Assert.Equal(ChainCause.EmergencyStop, chain.FirstOut);
    }

    [Fact]
    public void Safe_torque_off_follows_three_tenths_of_a_second_later()
    {
        SafetyChain chain = Closed();
        chain.Step(Good with { EmergencyStop = true });
        for (int i = 1; i < 300; i++)
        {
            Assert.True(chain.StoClosed);
            chain.Step(Good);
        }
        Assert.False(chain.StoClosed);
    }

    [Fact]
    public void A_drive_fault_at_rest_does_not_open_it()
    {
        SafetyChain chain = Closed();
        chain.Hoist(1).DriveFaulted = true;
        chain.Step(Good);
        Assert.True(chain.Closed);
        SafetyChain without = Closed(false);
        without.Hoist(1) = new ChainHoistSignals { DriveFaulted = true, DrumSpeedMps = 0.4 };
        without.Step(Good);
        Assert.True(without.Closed);
    }

    [Fact]
    public void Random_signals_never_close_it_without_an_edge_and_with_a_cause() =>
        Gen.Int[0, 63].Array[1, 200].Sample(sequence =>
        {
            SafetyChain chain = NewChain();
            bool keyBefore = true, closedBefore = false;
            foreach (int bits in sequence)
            {
                ChainSignals signals = new()
                {
                    ResetKey = (bits & 1) != 0,
                    EmergencyStop = (bits & 6) == 6,
                    WatchdogClosed = (bits & 24) != 24,
                    TripRequested = (bits & 40) == 40,
                };
                chain.Hoist(0).Overtravel = (bits & 48) == 48;
                bool cause = signals.EmergencyStop || !signals.WatchdogClosed || signals.TripRequested || chain.Hoist(0).Overtravel;
                chain.Step(signals);
                bool edge = signals.ResetKey && !keyBefore;
                Assert.Equal(!cause && (closedBefore || edge), chain.Closed);
                Assert.True(!chain.Closed || chain.StoClosed);
                keyBefore = signals.ResetKey;
                closedBefore = chain.Closed;
            }
        }, iter: 500);

    private static ChainSignals Good => new() { WatchdogClosed = true };

    private static SafetyChain NewChain(bool driveFault = true) =>
        new(Hoists, new SafetyChainSettings { OverspeedMps = 1.2 * 0.55, OpensOnDriveFaultInMotion = driveFault });

    private static SafetyChain Closed(bool driveFault = true)
    {
        SafetyChain chain = NewChain(driveFault);
        chain.Step(Good);
        chain.Step(Good with { ResetKey = true });
        Assert.True(chain.Closed);
        chain.Step(Good);
        return chain;
    }

    private static ChainSignals Provoke(SafetyChain chain, ChainCause cause)
    {
        switch (cause)
        {
            case ChainCause.Overtravel: chain.Hoist(2).Overtravel = true; break;
            case ChainCause.Overspeed: chain.Hoist(1).DrumSpeedMps = 0.67; break;
            case ChainCause.DriveFaultInMotion: chain.Hoist(0) = new ChainHoistSignals { DriveFaulted = true, DrumSpeedMps = 0.4 }; break;
        }
        return Good with { EmergencyStop = cause == ChainCause.EmergencyStop, WatchdogClosed = cause != ChainCause.Watchdog, TripRequested = cause == ChainCause.TripRequest };
    }
}
