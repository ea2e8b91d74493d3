using Gravistore.Charts;
using Gravistore.Core.Images;
using Gravistore.Core.Modes;
using Gravistore.DryRun.Report;
using Gravistore.Recording;
using Gravistore.Recording.Reading;

namespace Gravistore.Console.Recordings.Incidents;

/// <summary>The curves of an incident: modes over all of it, values around the trip.</summary>
internal sealed class IncidentTraces
{
    private const int Buckets = 1000, Stretches = 400;
    private const double CycleS = 0.01;

    private readonly IncidentView _view;

    private IncidentTraces(IncidentView view)
    {
        _view = view;
        (MeasuredKW, AskedKW, ExpectedKW) = (Trace(), Trace(), Trace());
        PlantModes = new StateTrack(Stretches, ModeText.MustBeSeenOfPlant);
        Hoists = [.. Enumerable.Range(0, view.File.Header.HoistCount).Select(_ => new Hoist(Trace(), Trace(), Trace(), Trace(), Trace(), Trace(), Trace(), new StateTrack(Stretches, ModeText.MustBeSeenOfHoist)))];
    }

    public MinMaxTrace MeasuredKW { get; }
    public MinMaxTrace AskedKW { get; }
    public MinMaxTrace ExpectedKW { get; }
    public StateTrack PlantModes { get; }
    public Hoist[] Hoists { get; }

    /// <summary>Curves of one hoist.</summary>
    internal sealed record Hoist(MinMaxTrace SpeedMps, MinMaxTrace ReferenceMps, MinMaxTrace ForceKN, MinMaxTrace ExpectedKN, MinMaxTrace PressureABar, MinMaxTrace PressureBBar, MinMaxTrace DepthM, StateTrack Modes);

    public static IncidentTraces Read(IncidentView view)
    {
        IncidentTraces traces = new(view);
        CycleCursor cursor = new(view.File);
        for (bool more = cursor.MoveTo(0); more; more = cursor.Next()) traces.Take(cursor.Input, cursor.Result);
        return traces;
    }

    private MinMaxTrace Trace() => new(Buckets, _view.PlotFromS, CycleS);

    private void Take(CycleInput input, CycleResult result)
    {
        double timeS = input.NowNs / 1e9;
        bool near = timeS >= _view.PlotFromS - 1e-9 && timeS <= _view.PlotUntilS + 1e-9;
        PlantModes.Add(timeS, (int)result.Plant.Mode);
        if (near)
        {
            MeasuredKW.Add(timeS, input.Plant.MeterQuality == Quality.Good ? 1e-3 * input.Plant.GridPowerW : double.NaN);
            AskedKW.Add(timeS, result.Plant.Mode == PlantMode.Running ? 1e-3 * result.Plant.PowerSetPointW : double.NaN);
            ExpectedKW.Add(timeS, 1e-3 * result.Plant.ExpectedPowerW);
        }
        for (int i = 0; i < Hoists.Length; i++) Take(Hoists[i], timeS, near, input.Hoists[i], result.Hoists[i]);
    }

    private static void Take(Hoist hoist, double timeS, bool near, in HoistInput input, in HoistOutput output)
    {
        hoist.Modes.Add(timeS, (int)output.Mode);
        if (!near) return;
        hoist.SpeedMps.Add(timeS, input.DriveQuality == Quality.Good ? input.SpeedMps : double.NaN);
        hoist.ReferenceMps.Add(timeS, output.SpeedReferenceMps);
        hoist.ForceKN.Add(timeS, input.RopeForceQuality == Quality.Good ? 1e-3 * input.RopeForceN : double.NaN);
        hoist.ExpectedKN.Add(timeS, 1e-3 * output.ExpectedRopeForceN);
        hoist.PressureABar.Add(timeS, input.BrakeQuality == Quality.Good ? input.PressureABar : double.NaN);
        hoist.PressureBBar.Add(timeS, input.BrakeQuality == Quality.Good ? input.PressureBBar : double.NaN);
        hoist.DepthM.Add(timeS, input.DriveQuality == Quality.Good ? output.WeightDepthM : double.NaN);
    }
}
