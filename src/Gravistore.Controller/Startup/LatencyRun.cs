using System.Reflection;
using Gravistore.Config;
using Gravistore.Controller.Gateway;
using Gravistore.Core.Parameters;
using Gravistore.Json;
using Gravistore.Protocol;
using Gravistore.Runtime;

namespace Gravistore.Controller.Startup;

/// <summary>
/// Measures how late the loop wakes on this machine and how long its phases take: with resting devices in memory and, where links are named, once more
/// with all of them polling. Nothing can be moved: the controller is tripped with first-out "start", and there is no socket to command it by.
/// </summary>
internal static class LatencyRun
{
    private const int LoopEndMs = 2000;
    /// <summary>Time for devices that have just been started, simulated ones above all, to answer at their pace [s].</summary>
    private const double SettleS = 3;

    /// <summary>Runs it.</summary>
    /// <returns>See <see cref="ExitCode"/>.</returns>
    public static int Run(DaemonOptions options, DaemonSurroundings surroundings, Func<DaemonOptions, PlantParameters, IPlantField> openField)
    {
        Findings findings = [];
        PlantParameters plant = PlantFile.Load(options.Plant, [], findings) ?? throw new RefusedException(findings);
        WarmUp.Compile(plant.HoistCount, Assembly.GetExecutingAssembly(), typeof(Core.Controller).Assembly, typeof(CyclicExecutive).Assembly, typeof(Drivers.FieldBus).Assembly, typeof(Devices.FieldCodecs).Assembly, typeof(MessageCodec).Assembly);
        List<LatencyPart> parts = [];
        RealTimeGrant grant;
        using (RestingField resting = new(plant)) grant = Measure(resting, "devices at rest in memory", parts, plant, options, surroundings);
        if (options.Links is not null)
        {
            using IPlantField wired = openField(options, plant);
            wired.Start(surroundings.Stop);
            Measure(wired, "all links polling", parts, plant, options, surroundings);
        }
        LatencyReport report = new(parts, grant, plant.HoistCount, options.LatencyS);
        surroundings.Output.Write(options.Json ? report.Json() : report.Text());
        return ExitCode.Good;
    }

    private static RealTimeGrant Measure(IPlantField field, string devices, List<LatencyPart> parts, PlantParameters plant, DaemonOptions options, DaemonSurroundings surroundings)
    {
        CyclicExecutive loop = new(new Core.Controller(plant), field, new LoopDesk(plant.HoistCount), options.Loop with { AllowNoRealTime = true });
        GC.Collect();
        RealTimeGrant grant = loop.Start();
        bool broken = Ended(field.Links().Count > 0 ? SettleS : 0, surroundings);
        field.RestartStatistics();
        loop.RestartTimes();
        broken |= Ended(options.LatencyS, surroundings);
        parts.Add(new LatencyPart(devices, loop.Times, field.Links()));
        loop.Stop(LoopEndMs);
        return broken ? throw new OperationCanceledException() : grant;
    }

    private static bool Ended(double afterS, DaemonSurroundings surroundings) => surroundings.Stop.WaitHandle.WaitOne(TimeSpan.FromSeconds(afterS));
}
