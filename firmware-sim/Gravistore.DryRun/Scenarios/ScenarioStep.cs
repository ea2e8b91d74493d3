using Gravistore.Json;

namespace Gravistore.DryRun.Scenarios;

/// <summary>What a step asks of the plant.</summary>
public enum StepAction { Arm, SetPower, Ramp, Follow, Park, ParkAtLanding, Stop, EmergencyStop, Reset, Wait, End }

/// <summary>One step: when, and what. A step without time or condition follows the one above at once.</summary>
public sealed record ScenarioStep
{
    /// <summary>Name for messages and for assertions about a step; unique in the scenario.</summary>
    public required string Label { get; init; }
    public required StepAction Action { get; init; }
    /// <summary>Simulated time at which the step is due [s]; null unless given.</summary>
    public double? AtS { get; init; }
    /// <summary>Time after the step above [s]; null unless given.</summary>
    public double? AfterS { get; init; }
    /// <summary>What must hold before the step; null unless given.</summary>
    public Condition? When { get; init; }
    /// <summary>How long the condition may take; then the run has failed [s].</summary>
    public double TimeoutS { get; init; }
    /// <summary>Net power at the grid, export positive [kW]; for SetPower and Ramp.</summary>
    public double PowerKW { get; init; }
    /// <summary>Greatest rate of change [kW/s], 0 = at once; for SetPower.</summary>
    public double RateKWPerS { get; init; }
    /// <summary>Duration of a ramp [s]; for Ramp.</summary>
    public double OverS { get; init; }
    /// <summary>Hoists that stay open and share however little power is asked for, 0 = as few as the power needs; for SetPower, Ramp and Follow.</summary>
    public int ReadyHoists { get; init; }
    /// <summary>Where the step stands in its file.</summary>
    public required JsonNode Place { get; init; }

    /// <summary>True for the steps that ask for power.</summary>
    public bool AsksPower => Action is StepAction.SetPower or StepAction.Ramp or StepAction.Follow;
}
