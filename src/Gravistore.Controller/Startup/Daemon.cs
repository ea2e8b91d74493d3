using System.Reflection;
using Gravistore.Config;
using Gravistore.Controller.Gateway;
using Gravistore.Controller.Journal;
using Gravistore.Controller.Recording;
using Gravistore.Controller.Service;
using Gravistore.Core.Images;
using Gravistore.Core.Parameters;
using Gravistore.Json;
using Gravistore.Protocol;
using Gravistore.Protocol.Messages;
using Gravistore.Runtime;
using Gravistore.Runtime.Timing;

namespace Gravistore.Controller.Startup;

/// <summary>The composition root: makes everything in the order in which it can be refused, runs it, and ends it with the weights on their brakes.</summary>
/// <param name="options">How to run.</param>
/// <param name="openField">Opens the plant's field.</param>
/// <param name="surroundings">What it touches outside.</param>
internal sealed class Daemon(DaemonOptions options, Func<PlantParameters, IPlantField> openField, DaemonSurroundings surroundings)
{
    /// <summary>Longest time until every drive has told its position [ms], until the plant stands [ms], and after that for the last outputs [ms].</summary>
    private const int PositionMs = 10_000, StopMs = 25_000, LastOutputsMs = 300, LoopEndMs = 2000, WatchMs = 50, CycleMs = 10;

    /// <summary>Starts, runs until told to end, and ends.</summary>
    /// <returns>See <see cref="ExitCode"/>.</returns>
    /// <exception cref="StartException">It does not start.</exception>
    /// <exception cref="RefusedException">The plant file is wrong.</exception>
    public int Run()
    {
        PlantParameters plant = LoadPlant();
        using StateFolder state = StateFolder.Hold(options.State);
        using CommandServer server = CommandServer.Bind(options.Socket, surroundings.Tell);
        using PositionJournal journal = PositionJournal.Open(state.Path);
        using IPlantField field = openField(plant);
        Core.Controller controller = new(plant);
        // Before the field is opened: from its first telegram on the devices want to hear something every cycle.
        WarmUp.Compile(plant.HoistCount, Assembly.GetExecutingAssembly(), typeof(Core.Controller).Assembly, typeof(CyclicExecutive).Assembly, typeof(Drivers.FieldBus).Assembly, typeof(Devices.FieldCodecs).Assembly, typeof(MessageCodec).Assembly);
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        field.Start(surroundings.Stop);
        ConfirmPositions(field, journal, plant, controller);
        return Run(plant, controller, field, journal, server);
    }

    private PlantParameters LoadPlant()
    {
        Findings findings = [];
        PlantParameters? plant = PlantFile.Load(options.Plant, [], findings);
        foreach (Finding finding in findings.Where(f => f.Severity == FindingSeverity.Warning)) surroundings.Tell(finding.ToString());
        return plant ?? throw new RefusedException(findings);
    }

    private void ConfirmPositions(IPlantField field, PositionJournal journal, PlantParameters plant, Core.Controller controller)
    {
        CycleInput input = new(plant.HoistCount);
        // Drives off, brakes applied: what a result holds before any step.
        CycleResult safe = new(plant.HoistCount);
        long endMs = Environment.TickCount64 + PositionMs;
        do
        {
            for (int i = 0; i < safe.Hoists.Length; i++) safe.Hoists[i].Heartbeat++;
            field.Send(input, safe, MonotonicClock.NowNs);
            if (surroundings.Stop.WaitHandle.WaitOne(CycleMs)) throw new OperationCanceledException();
            field.Take(input, MonotonicClock.NowNs);
        }
        while (!Array.TrueForAll(input.Hoists, h => h.DriveQuality == Quality.Good) && Environment.TickCount64 < endMs);
        int silent = Array.FindIndex(input.Hoists, h => h.DriveQuality != Quality.Good);
        if (silent >= 0) throw new StartException(StartErrors.NoPosition, $"the drive of hoist {silent + 1} gave no good values within {PositionMs / 1000} s");
        if (journal.Last is { } record) PositionCheck.Restore(record, input, plant, controller.State);
        else surroundings.Tell("there is no journal yet: the positions come from the drum encoders alone; compare them with the shaft's marks");
    }

    private int Run(PlantParameters plant, Core.Controller controller, IPlantField field, PositionJournal journal, CommandServer server)
    {
        LoopDesk desk = new(plant.HoistCount);
        CycleTap? tap = options.Record is null ? null : new CycleTap(desk, plant.HoistCount);
        CyclicExecutive loop = new(controller, field, tap ?? (ILoopPort)desk, options.Loop);
        using FlightFolder? flight = tap is null ? null : new FlightFolder(tap, options.Record!, options.State, plant, controller.State, surroundings.Tell);
        EventLog events = new();
        PlantPicture picture = new(plant.HoistCount, new SnapshotMapper(() => loop.Times, field.Links));
        CommandDesk commands = new(desk);
        StartLoop(loop);
        using Notifier notifier = new(surroundings.Environment("NOTIFY_SOCKET"));
        using GatewayPump pump = new(desk, commands, events, picture, server.Wake);
        using JournalKeeper keeper = new(journal, plant.Name, picture, surroundings.Tell);
        using LoopWatchdog watchdog = new(notifier, loop, surroundings.Environment("WATCHDOG_USEC"));
        server.Serve(new GatewayServices(commands, events, picture, () => Hello(plant, events)));
        surroundings.Tell($"plant {plant.Name} with {plant.HoistCount} hoists; commands at {options.Socket}; state in {options.State}");
        notifier.Ready($"plant {plant.Name}");
        return UntilStopped(loop, desk, picture, notifier);
    }

    private void StartLoop(CyclicExecutive loop)
    {
        RealTimeGrant grant = loop.Start();
        if (grant.IsWhole) return;
        string missing = string.Join("; ", grant.Missing);
        if (!options.Loop.AllowNoRealTime) throw new StartException(StartErrors.NoRealTime, $"Linux does not grant {missing}");
        surroundings.Tell($"running without real time, which Linux does not grant: {missing}");
    }

    private int UntilStopped(CyclicExecutive loop, LoopDesk desk, PlantPicture picture, Notifier notifier)
    {
        while (!surroundings.Stop.WaitHandle.WaitOne(WatchMs))
            if (loop.Failure is { } failure) return Failed(failure);
        surroundings.Tell("told to end: stopping the plant");
        notifier.Stopping("stopping the plant");
        desk.AskStop();
        bool atRest = Waits(picture.AllAtRest, loop, StopMs);
        Thread.Sleep(LastOutputsMs);
        loop.Stop(LoopEndMs);
        if (loop.Failure is { } late) return Failed(late);
        surroundings.Tell(atRest ? "ended: every weight at rest on its brakes" : $"ended, but not every hoist reported its brakes set within {StopMs / 1000} s: see to the brakes");
        return atRest ? ExitCode.Good : ExitCode.NotAtRest;
    }

    // Anew from here on: a picture from before the stop says nothing about after it.
    private static bool Waits(Func<bool> holds, CyclicExecutive loop, int longestMs)
    {
        long endMs = Environment.TickCount64 + longestMs;
        Thread.Sleep(LastOutputsMs);
        while (!holds() && loop.Failure is null && Environment.TickCount64 < endMs) Thread.Sleep(WatchMs);
        return holds();
    }

    private int Failed(Exception failure)
    {
        surroundings.Tell($"error: the loop failed: {failure.GetType().Name}: {failure.Message.ReplaceLineEndings(" ")}; the outputs expire and the devices brake; please report it");
        return ExitCode.InternalFault;
    }

    private static HelloNotice Hello(PlantParameters plant, EventLog events) =>
        new(ProtocolLimits.Version, ProgramVersion, plant.Name, plant.HoistCount, plant.RatedPowerW, Environment.ProcessId, events.Next);

    /// <summary>Version of this program.</summary>
    public static string ProgramVersion { get; } = Assembly.GetExecutingAssembly().GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";
}
