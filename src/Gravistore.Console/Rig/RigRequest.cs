using Gravistore.Console.Processes;
using Gravistore.DryRun;
using Gravistore.DryRun.Results;
using Gravistore.DryRun.Rig;

namespace Gravistore.Console.Rig;

/// <summary>What a rig is to do.</summary>
/// <param name="Scenario">The scenario with its plant.</param>
/// <param name="Places">The plant's files.</param>
/// <param name="OwnPorts">Take free ports in place of those of the links file.</param>
/// <param name="Seconds">Length of the excerpt [s]; infinite for the whole scenario.</param>
/// <param name="Keep">Folder for what is left behind; null = nothing is kept.</param>
/// <param name="LoopArguments">Options of the controller's loop.</param>
/// <param name="Fault">What is done to the controller; null = nothing.</param>
internal sealed record RigRequest(DryRunRequest Scenario, PlantPlaces Places, bool OwnPorts, double Seconds, string? Keep, IReadOnlyList<string> LoopArguments, RigFault? Fault)
{
    /// <summary>Have the controller record, and replay what it has recorded.</summary>
    public bool Record { get; init; }
    /// <summary>Wiring file of lines and boards; null = everything over Modbus.</summary>
    public string? Wiring { get; init; }
}

/// <summary>What came of it.</summary>
/// <param name="Run">Everything that was left behind.</param>
/// <param name="Result">The result object.</param>
/// <param name="Fault">What the fault did; null without one.</param>
internal sealed record RigOutcome(RigRun Run, DryRunResult Result, FaultOutcome? Fault);
