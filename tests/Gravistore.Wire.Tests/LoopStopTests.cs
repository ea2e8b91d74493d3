using Gravistore.Core.Images;
using Gravistore.FirmwareSim.Firmware;

namespace Gravistore.Wire.Tests;

/// <summary>A loop that stops at any moment, with the chain on lines: the hard-wired chain opens by itself and the weights come to rest.</summary>
public sealed class LoopStopTests
{
    /// <summary>How closely this thread sees when the chain opens [ms].</summary>
    private const int LookMs = 10;
    /// <summary>
    /// From the expiry to the chain's truth five threads follow each other (the lines' watch, the line's connection at both ends, the plant, this one);
    /// when each is held up by a fifth of what this thread is allowed, a bound can be missed [ms].
    /// </summary>
    private const int ToleratedMs = LookMs / 5;
    private const int RelayMs = PlantIoFirmware.RelaySteps, BoundMs = 500;

    /// <summary>The line that asks for no trip falls after its expiry, of which a quarter may pass until it is looked at.</summary>
    [Fact]
    public void Outputs_that_are_not_set_any_more_open_the_chain() => Calm.Run(Make, rig =>
    {
        Move(rig, 1);
        int expiryMs = (int)(1000 * FieldRig.LoadWiring("leith-pi", rig.Plant).Gpio.ExpiryS);
        Assert.InRange(StopTheLoop(rig), 0, expiryMs + expiryMs / 4 + LookMs);
        ComeToRest(rig);
    }, ToleratedMs);

    [Theory]
    [InlineData(1)]
    public void The_watchdog_relay_alone_opens_the_chain_within_half_a_second(int seed) => StopsByTheRelay(seed);

    [EveryFaultTheory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(10)]
    public void The_watchdog_relay_alone_opens_the_chain_within_half_a_second_at_any_moment(int seed) => StopsByTheRelay(seed);

    // The other output's wire keeps its level, so that nothing but the relay is left.
    private static void StopsByTheRelay(int seed) => Calm.Run(Make, rig =>
    {
        Move(rig, seed);
        Assert.Equal("ok", rig.Simulation.Execute("wire plant.no-trip-request stuck"));
        Assert.InRange(StopTheLoop(rig), RelayMs / 2, BoundMs);
        ComeToRest(rig);
    }, ToleratedMs);

    private static FieldRig Make() => new("leith", wiring: "leith-pi");

    private static void Move(FieldRig rig, int seed)
    {
        Random moment = new(seed);
        rig.StartUp();
        rig.Arm();
        rig.Command(CommandKind.SetPower, seed % 2 == 0 ? -200e3 : 200e3);
        rig.Run(1 + 2 * moment.NextDouble());
        Assert.True(rig.Simulation.Look(p => p.Chain.Closed && Math.Abs(p.Truth(0).SpeedMps) > 0.1), rig.Story);
    }

    // No cycle is done any more from here on.
    private static long StopTheLoop(FieldRig rig)
    {
        long stoppedMs = rig.Simulation.TimeMs;
        while (rig.Simulation.Look(p => p.Chain.Closed) && rig.Simulation.TimeMs - stoppedMs < 4 * RelayMs) Thread.Sleep(1);
        return rig.Simulation.TimeMs - stoppedMs;
    }

    private static void ComeToRest(FieldRig rig)
    {
        Thread.Sleep(1500);
        Assert.True(rig.Simulation.Look(p => p.Truth(0).AppliedA > 0.99 && p.Truth(0).AppliedB > 0.99 && Math.Abs(p.Truth(0).SpeedMps) < 0.002));
    }
}
