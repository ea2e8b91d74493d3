using Gravistore.Console.CommandLine;
using Gravistore.Console.Processes;

namespace Gravistore.Console.Operator;

/// <summary>The verbs for a running plant, and those that start one.</summary>
internal static class OperatorVerbTable
{
    internal const string Socket = "--socket", For = "--for", Rate = "--rate", Ready = "--ready", AtLanding = "--landing", JsonName = "--json", FromName = "--from", Follow = "--follow", Wait = "--wait",
        Links = "--links", State = "--state", Record = "--record", NoRealTime = "--allow-no-realtime", Priority = "--priority", Cpu = "--cpu", Slips = "--slips", Seconds = "--seconds",
        Depths = "--depths", Charge = "--soc", Seed = "--seed", Truth = "--truth", Control = "--control", Script = "--script", Keep = "--keep", Fault = "--fault", FaultAt = "--fault-at", Wiring = "--wiring", IoSocket = "--io-socket", Compare = "--against-dryrun", AtRest = "--at-rest", Plant = "--plant", WireTiming = "--wire-timing", RealTime = "--real-time", Resting = "--resting";

    private static readonly Option SocketOption = new(Socket, "PATH", "the controller's command socket (GRAVISTORE_SOCKET, else the default place)");
    private static readonly Option[] PowerOptions =
    [
        new(For, "DURATION", "how long the set point holds, at most 2h, such as 90s or 1h (15min)"),
        new(Rate, "RATE", "greatest rate of change, such as 100kW/s (at once)"),
        new(Ready, "N", "hoists that stay open however little power is asked for (as few as the power needs)"),
        SocketOption,
    ];

    private static readonly Option[] LoopOptions =
    [
        new(NoRealTime, "", "run although Linux grants no real time: lateness may trip the plant"),
        new(Priority, "N", "SCHED_FIFO priority of the loop, 1 to 99 (80)"),
        new(Cpu, "N", "processor for the loop (the last one allowed)"),
        new(Slips, "N/M", "trip on N cycle slips within M cycles (10/100)"),
    ];

    /// <summary>All of them in the order of the help text.</summary>
    public static IReadOnlyList<Verb> All { get; } =
    [
        new("run", "PLANT", "Runs the controller of a plant (gravistored) until Ctrl-C: it then stops the plant and sets the brakes", 1, 1,
            [
                new(Links, "FILE", "where every device is (config/links/PLANT-local.json)"), new(Wiring, "FILE", "what comes over this machine's own lines and boards (nothing)"),
                new(IoSocket, "PATH", "take lines and boards from a simulator at this socket"), SocketOption, new(State, "DIR", "folder with the position journal (~/.local/state/gravistore/PLANT)"),
                new(Record, "DIR", "keep a flight recording in this folder"), .. LoopOptions,
            ], ProcessVerbs.RunController),
        new("sim", "PLANT", "Serves the simulated field of a plant over Modbus TCP (gravistore-sim) until Ctrl-C", 1, 1,
            [
                new(Links, "FILE", "where every device is served (config/links/PLANT-local.json)"), new(Depths, "A,B,...", "depths of the weights at the start [m]"), new(Charge, "PERCENT", "state of charge at the start (50)"),
                new(Seed, "N", "seed of all chance (1)"), new(Truth, "FILE", "write what is true as a table"), new(Script, "FILE", "commands with their times"), new(Control, "PATH", "socket that takes commands while the plant runs, such as key on"),
                new(WireTiming, "", "on RS-485 lines bytes take their time, as at the line's rate"), new(RealTime, "", "ask Linux for real time, so that other programs do not hold the plant up"),
                new(Wiring, "FILE", "serve lines and boards of this wiring besides; with --io-socket"), new(IoSocket, "PATH", "socket on which they are served"),
            ], ProcessVerbs.RunSimulator),
        new("rig", "SCENARIO", "Plays a scenario through the wire: gravistored against gravistore-sim as processes, judged by the simulator's own truth", 1, 1,
            [
                new(Plant, "NAME|FILE", "the plant in place of the scenario's"), new(Links, "FILE", "where every device is (config/links/PLANT-local.json with free ports)"), new(Seconds, "N", "end the scenario after so many seconds"), new(Seed, "N", "seed of all chance in the plant (1)"),
                new(JsonName, "FILE|-", "write the result as one JSON object; - = standard output"), new(Keep, "DIR", "keep truth, recording and logs in this folder"),
                new(Wiring, "FILE", "chain, switches and analogue signals over simulated lines and boards as this file wires them"),
                new(Compare, "", "hold power and depths against the dry run of the same scenario, and replay the controller's recording"),
                new(Fault, "KIND", "do this to the controller: kill, freeze, late (0.45 s), cut (all links) or restart-drive; then hold the stop against its bound"), new(FaultAt, "SECONDS", "when, after the plant began to run (10)"),
                new("--quiet", "", "print nothing but errors"), .. LoopOptions,
            ], RigVerb.Run),
        new("latency", "", "Measures how late the controller's loop wakes on this machine, with devices in memory and with all links polling, with a verdict and what to change", 0, 0,
            [new("--plant", "FILE", "the plant whose controller is measured (pyhasalmi)"), new(Seconds, "N", "for so long each, 1 to 3600 (10)"), new(Links, "FILE", "where the devices are that are polled; only read from (simulated ones on this machine)"), new(Resting, "", "measure with devices in memory alone"), new(JsonName, "", "print one JSON object"), .. LoopOptions[1..3]], ProcessVerbs.Latency),
        new("status", "", "Shows mode, power, charge, every hoist, the loop and the links of a running controller", 0, 0,
            [
                new(JsonName, "", "print one JSON object"), new(AtRest, "", "say only whether every hoist stands on set brakes, and end with exit code 1 where one does not"),
                SocketOption,
            ], WatchVerbs.Status),
        new("arm", "", "Proves torque and opens the brakes; the weights hang on the motors", 0, 0, [SocketOption], CommandVerbs.Arm),
        new("power", "POWER", "Asks for net power at the grid meter, export positive, such as 1.5MW or -250kW", 1, 2, PowerOptions, CommandVerbs.Power),
        new("charge", "POWER", "Takes power from the grid and raises weights, such as 250kW", 1, 2, PowerOptions, CommandVerbs.Charge),
        new("discharge", "POWER", "Gives power to the grid and lowers weights, such as 1.5MW", 1, 2, PowerOptions, CommandVerbs.Discharge),
        new("stop", "", "Brings every hoist to rest under control, then sets the brakes", 0, 0, [SocketOption], CommandVerbs.Stop),
        new("brake-stop", "", "Has the brakes stop every hoist at once, and latches. This is NOT an emergency stop: that is the mushroom on the wall, which needs no program", 0, 0, [SocketOption], CommandVerbs.BrakeStop),
        new("park", "", "Brings every hoist to rest and sets the brakes", 0, 0, [new(AtLanding, "", "first drive every weight to its nearest landing"), SocketOption], CommandVerbs.Park),
        new("reset", "", "Tells what is latched and waits until the reset key at the safety chain is turned; no command stands in for the key", 0, 0, [new(Wait, "DURATION", "how long, at most 1h (60s)"), SocketOption], WatchVerbs.Reset),
        new("events", "", "Prints the controller's events", 0, 0, [new(FromName, "N", "from this sequence number on (1)"), new(Follow, "", "go on until Ctrl-C"), SocketOption], WatchVerbs.Events),
    ];
}
