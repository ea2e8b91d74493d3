using Gravistore.Core.Parameters;
using Gravistore.DryRun;

namespace Gravistore.Console.Live;

/// <summary>All that a picture of a run is made of: what stays the same, the newest snapshot, and the history of the plots.</summary>
internal sealed class LiveModel
{
    /// <param name="plant">The plant as the controller knows it.</param>
    /// <param name="scenario">Name of the scenario.</param>
    /// <param name="expectedS">Probable length of the run [s], positive.</param>
    /// <param name="speed">Times real time at most; null = as fast as can be.</param>
    public LiveModel(PlantParameters plant, string scenario, double expectedS, double? speed)
    {
        (Plant, Scenario, ExpectedS) = (plant, scenario, expectedS);
        History = new RunHistory(ExpectedS, speed, Plant.RatedPowerW);
        Now = new RunSnapshot(Plant.HoistCount);
    }

    /// <summary>The model of a run that is about to begin.</summary>
    public static LiveModel Of(DryRunRequest request, double? speed) =>
        new(request.Plant, request.Scenario.Name, request.Scenario.End.ExpectedSeconds, speed);

    public PlantParameters Plant { get; }
    /// <summary>Name of the scenario.</summary>
    public string Scenario { get; }
    /// <summary>Probable length of the run [s].</summary>
    public double ExpectedS { get; }
    public RunHistory History { get; }
    /// <summary>The newest snapshot; the run fills it anew.</summary>
    public RunSnapshot Now { get; private set; }

    /// <summary>Share of the run that is done, 0 to 1; below 1 until it is over.</summary>
    public double Share => Math.Clamp(Now.SimulatedS / ExpectedS, 0, 0.99);
    /// <summary>Simulated seconds a second on the clock.</summary>
    public double Speed => Now.WallS > 0 ? Now.SimulatedS / Now.WallS : 0;
    /// <summary>Probable rest on the clock [s]; null when nothing can be said about it.</summary>
    public double? LeftS => Now.SimulatedS < ExpectedS && Speed > 0 ? (ExpectedS - Now.SimulatedS) / Speed : null;

    /// <summary>Takes in a snapshot.</summary>
    public void Add(RunSnapshot snapshot)
    {
        Now = snapshot;
        History.Add(snapshot);
    }
}
