using Gravistore.Console.CommandLine;
using Gravistore.Console.Operator;
using Gravistore.DryRun;

namespace Gravistore.Console.Processes;

/// <summary>gravistore run, sim and latency: one process each, with its own words on this program's streams.</summary>
internal static class ProcessVerbs
{
    private static readonly string[] LoopNames = [OperatorVerbTable.Priority, OperatorVerbTable.Cpu, OperatorVerbTable.Slips];
    private static readonly string[] SimNames = [OperatorVerbTable.Depths, OperatorVerbTable.Charge, OperatorVerbTable.Seed, OperatorVerbTable.Truth, OperatorVerbTable.Control, OperatorVerbTable.Script, OperatorVerbTable.Wiring, OperatorVerbTable.IoSocket];
    private static readonly string[] SimFlags = [OperatorVerbTable.WireTiming, OperatorVerbTable.RealTime];
    private const string ReferencePlant = "pyhasalmi";

    public static int RunController(Surroundings surroundings, ParsedArguments arguments)
    {
        PlantPlaces places = PlantPlaces.Of(surroundings, arguments.Arguments[0], arguments.Value(OperatorVerbTable.Links));
        List<string> args = [places.Plant, OperatorVerbTable.Links, places.Links];
        Hand(arguments, args, [OperatorVerbTable.Socket, OperatorVerbTable.State, OperatorVerbTable.Record, OperatorVerbTable.Wiring, OperatorVerbTable.IoSocket]);
        HandLoop(arguments, args);
        return Run(surroundings, ProgramFile.Controller, args);
    }

    public static int RunSimulator(Surroundings surroundings, ParsedArguments arguments)
    {
        PlantPlaces places = PlantPlaces.Of(surroundings, arguments.Arguments[0], arguments.Value(OperatorVerbTable.Links));
        List<string> args = [places.Truth, OperatorVerbTable.Links, places.Links];
        Hand(arguments, args, SimNames);
        foreach (string flag in SimFlags)
            if (arguments.Has(flag)) args.Add(flag);
        return Run(surroundings, ProgramFile.Simulator, args);
    }

    public static int Latency(Surroundings surroundings, ParsedArguments arguments)
    {
        string? links = arguments.Value(OperatorVerbTable.Links);
        PlantPlaces places = PlantPlaces.Of(surroundings, arguments.Value("--plant") ?? ReferencePlant, links);
        List<string> args = [places.Plant, "--latency", arguments.Value(OperatorVerbTable.Seconds) ?? "10"];
        HandLoop(arguments, args);
        if (arguments.Has(OperatorVerbTable.JsonName)) args.Add(OperatorVerbTable.JsonName);
        if (arguments.Has(OperatorVerbTable.Resting)) return Run(surroundings, ProgramFile.Controller, args);
        if (links is not null) return Run(surroundings, ProgramFile.Controller, [.. args, OperatorVerbTable.Links, links]);
        using Rig.SimulatedDevices devices = Rig.SimulatedDevices.Start(places, surroundings.Interrupted);
        return Run(surroundings, ProgramFile.Controller, [.. args, OperatorVerbTable.Links, devices.Links]);
    }

    /// <summary>Hands options of the loop on.</summary>
    public static void HandLoop(ParsedArguments arguments, List<string> args)
    {
        Hand(arguments, args, LoopNames);
        if (arguments.Has(OperatorVerbTable.NoRealTime)) args.Add(OperatorVerbTable.NoRealTime);
    }

    private static void Hand(ParsedArguments arguments, List<string> args, IEnumerable<string> names)
    {
        foreach (string name in names)
            if (arguments.Value(name) is { } value) args.AddRange([name, value]);
    }

    private static int Run(Surroundings surroundings, ProgramFile program, List<string> args)
    {
        using ChildProcess child = ChildProcess.Start(program, args, listen: false);
        return child.WaitInterruptibly(surroundings.Interrupted);
    }
}
