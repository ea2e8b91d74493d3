using Gravistore.FirmwareSim.Plant;

namespace Gravistore.DryRun.Loop;

/// <summary>Measures something of a run that the result itself does not hold.</summary>
internal interface ICycleProbe
{
    /// <summary>A step of the scenario begins.</summary>
    void StepBegins(string label, double timeS);

    /// <summary>One cycle has passed.</summary>
    void Cycle(in CycleMeasurement cycle, SimPlant sim);
}
