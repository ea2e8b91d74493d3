namespace Gravistore.Charts;

/// <summary>What happens to a flow at one place, from top to bottom.</summary>
public enum FlowKind
{
    /// <summary>The flow begins, or more joins it.</summary>
    In,
    /// <summary>A part leaves it.</summary>
    Out,
    /// <summary>What is left is named in passing.</summary>
    Through,
    /// <summary>What is left arrives.</summary>
    End,
}

/// <summary>One place of a flow.</summary>
/// <param name="Kind">What happens.</param>
/// <param name="Name">What joins, leaves, passes or arrives.</param>
/// <param name="Amount">How much, 0 or more; for what passes and arrives it is what the books say, not what the drawing has left.</param>
public sealed record FlowStep(FlowKind Kind, string Name, double Amount);

/// <summary>A flow that branches, its width in proportion to its amount.</summary>
public sealed record FlowDiagram
{
    public required string Title { get; init; }
    /// <summary>Unit of the amounts.</summary>
    public required string Unit { get; init; }
    public required IReadOnlyList<FlowStep> Steps { get; init; }
}
