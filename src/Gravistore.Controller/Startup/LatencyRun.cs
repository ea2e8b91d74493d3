using System.Reflection;
using Gravistore.Config;
using Gravistore.Controller.Gateway;
using Gravistore.Core.Parameters;
using Gravistore.Json;
using Gravistore.Runtime;

namespace Gravistore.Controller.Startup;

/// <summary>Measures how late the loop wakes on this machine and how long its phases take, with resting devices in memory.</summary>
internal static class LatencyRun
{
    private const int LoopEndMs = 2000;

    /// <summary>Runs it.</summary>
    /// <returns>See <see cref="ExitCode"/>.</returns>
    public static int Run(DaemonOptions options, DaemonSurroundings surroundings)
    {
        Findings findings = [];
        PlantParameters plant = PlantFile.Load(options.Plant, [], findings) ?? throw new RefusedException(findings);
        using RestingField field = new(plant);
        LoopDesk desk = new(plant.HoistCount);
        CyclicExecutive loop = new(new Core.Controller(plant), field, desk, options.Loop with { AllowNoRealTime = true });
        WarmUp.Compile(plant.HoistCount, Assembly.GetExecutingAssembly(), typeof(Core.Controller).Assembly, typeof(CyclicExecutive).Assembly);
        GC.Collect();
        RealTimeGrant grant = loop.Start();
        bool broken = surroundings.Stop.WaitHandle.WaitOne(TimeSpan.FromSeconds(options.LatencyS));
        loop.Stop(LoopEndMs);
        if (broken) throw new OperationCanceledException();
        LatencyReport report = new(loop.Times, grant, plant.HoistCount, options.LatencyS);
        surroundings.Output.Write(options.Json ? report.Json() : report.Text());
        return ExitCode.Good;
    }
}
