using Gravistore.Core.Images;
using Gravistore.Core.Modes;

namespace Gravistore.Wire.Tests;

/// <summary>
/// Every fault of lines and boards, one by one, while both weights are lowered at full power: noticed in the time that docs/lines.md declares, the
/// weight stands on its brakes soon after and has not gone astray; mended and reset, the plant runs again.
/// </summary>
public sealed class IoFaultTests
{
    /// <summary>What a loop of 10 ms on a machine with other work may add [s].</summary>
    private const double LookS = 0.1;
    /// <summary>So many rigs share the faults, three for each: its tower is not deep enough for more.</summary>
    private const int Groups = 17, GroupsPassedOver = 4;
    /// <summary>Numbers of the protections.</summary>
    private const int FirstProtection = 100, LastProtection = 199;
    private const double FullPowerW = 250e3, LoweringS = 1.2;

    [Fact]
    public void One_fault_of_each_kind_is_noticed_in_its_time_and_stops_what_it_must() =>
        Run([.. IoFault.All.Where(f => f.Name is "wire plant.chain-closed.opposite shorted" or "wire plant.watchdog stuck" or "wire h1.rope-force broken" or "board h1.inputs hang")]);

    [EveryFaultTheory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(10)]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    [InlineData(14)]
    [InlineData(15)]
    [InlineData(16)]
    public void Every_fault_is_noticed_in_its_time_and_stops_what_it_must(int group) => Run([.. IoFault.All.Where((_, i) => i % Groups == group)]);

    [EveryFaultTheory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void What_is_no_fault_stops_nothing(int group) => Calm.Run(Make, rig =>
    {
        rig.StartUp();
        foreach (string name in IoFault.PassedOver.Where((_, i) => i % GroupsPassedOver == group)) GoesOn(rig, name);
    });

    [Fact]
    public void Every_fault_of_the_table_stands_in_the_document()
    {
        string page = File.ReadAllText(Path.Combine(FieldRig.Root, "docs", "lines.md"));
        Assert.All(IoFault.All, f => Assert.Contains(FormattableString.Invariant($"| `{f.Name}` | {f.Event} {Gravistore.Core.Dictionary.EventDictionary.Get(f.Event).Name}{(f.Or.Length > 0 ? ", by chance another" : "")} | {f.WithinS:0.00} s |"), page, StringComparison.Ordinal));
        Assert.All(IoFault.PassedOver, name => Assert.Contains($"`{name}`", page, StringComparison.Ordinal));
    }

    private static FieldRig Make() => new("leith", chargePercent: 95, wiring: "leith-pi");

    private static void Run(IReadOnlyList<IoFault> faults) => Calm.Run(Make, rig =>
    {
        rig.StartUp();
        foreach (IoFault fault in faults) StopsAndComesBack(rig, fault);
        Lowers(rig);
    });

    private static void StopsAndComesBack(FieldRig rig, IoFault fault)
    {
        Lowers(rig);
        double startM = Depth(rig), deepestM = startM, highestM = startM;
        rig.Events.Clear();
        long spoiltNs = Drivers.FieldBus.MonotonicNs();
        Assert.Equal("ok", rig.Simulation.Execute(fault.Name));
        bool stands = rig.RunUntil(() =>
        {
            deepestM = Math.Max(deepestM, Depth(rig));
            highestM = Math.Min(highestM, Depth(rig));
            return rig.Events.Count > 0 && rig.Simulation.Look(p => p.Truth(0).AppliedA > 0.99 && Math.Abs(p.Truth(0).SpeedMps) < 0.002);
        }, 8);
        Assert.True(stands, $"{fault.Name}: {rig.Result.Plant.Mode}: {rig.Story}");
        Event noticed = rig.Events.FirstOrDefault(e => e.Number == fault.Event || fault.Or.Contains(e.Number));
        Assert.True(noticed.Number != 0, $"{fault.Name}: not noticed as {fault.Event}: {rig.Story}");
        double afterS = 1e-9 * (noticed.TimeNs - spoiltNs);
        Assert.True(afterS >= 0 && afterS < fault.WithinS + LookS, $"{fault.Name}: noticed after {afterS:0.000} s: {rig.Story}");
        // Full speed for the time until it is noticed, then a stop; ropes swing by centimetres.
        Assert.InRange(deepestM - startM, 0, 0.6 * (fault.WithinS + LookS) + 1.2);
        Assert.InRange(startM - highestM, -0.01, 0.1);
        Assert.Equal("ok", rig.Simulation.Execute(fault.Heal));
        Assert.True(rig.Reset(), $"{fault.Name}: {rig.Result.Plant.Mode}: {rig.Story}");
        TurnKey(rig);
    }

    // Lowers with it, comes to rest and opens its brakes again, so that contacts change as well.
    private static void GoesOn(FieldRig rig, string name)
    {
        Lowers(rig);
        rig.Events.Clear();
        Assert.Equal("ok", rig.Simulation.Execute(name));
        rig.Run(1.5);
        Assert.True(rig.Result.Plant.Mode == PlantMode.Running, $"{name}: {rig.Result.Plant.Mode}: {rig.Story}");
        rig.Command(CommandKind.Park);
        Assert.True(rig.RunUntil(() => rig.IsReady, 10), $"{name}: {rig.Result.Plant.Mode}: {rig.Story}");
        rig.Arm();
        Assert.True(rig.Events.TrueForAll(e => e.Number is < FirstProtection or > LastProtection), $"{name}: {rig.Story}");
        Assert.Equal("ok", rig.Simulation.Execute(IoFault.HealOf(name)));
        rig.Command(CommandKind.Park);
        Assert.True(rig.RunUntil(() => rig.IsReady, 10), $"{name}: {rig.Result.Plant.Mode}: {rig.Story}");
    }

    // A hoist that has stopped by itself and parked keeps its latch until the key's edge, however ready it looks.
    private static void TurnKey(FieldRig rig)
    {
        foreach (string turn in (string[])["key press", "key release"])
        {
            Assert.Equal("ok", rig.Simulation.Execute(turn));
            rig.Run(0.3);
        }
        Assert.True(rig.Reset(), $"{rig.Result.Plant.Mode}: {rig.Story}");
    }

    private static double Depth(FieldRig rig) => rig.Simulation.Look(p => p.Truth(0).WeightDepthM);

    private static void Lowers(FieldRig rig)
    {
        rig.Events.Clear();
        rig.Arm();
        rig.Command(CommandKind.SetPower, FullPowerW);
        rig.Run(LoweringS);
        Assert.True(rig.Result.Plant.Mode == PlantMode.Running, $"not lowering: {rig.Result.Plant.Mode}: {rig.Story}");
        Assert.True(rig.Simulation.Look(p => p.Truth(0).SpeedMps) > 0.2, $"not lowering: {rig.Story}");
    }
}
