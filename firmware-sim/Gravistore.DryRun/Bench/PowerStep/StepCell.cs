using System.Globalization;

namespace Gravistore.DryRun.Bench.PowerStep;

/// <summary>Which way the weights go: lowering exports, raising imports.</summary>
public enum StepDirection { Lower, Raise }

/// <summary>Where the weights hang when the step comes.</summary>
public enum StepDepths
{
    /// <summary>Where the allocator left them on its way to the charge.</summary>
    Allocator,
    /// <summary>All at the depth of the charge.</summary>
    OneDepth,
    /// <summary>Depths drawn at random among those that the spread policy allows.</summary>
    Seeds,
}

/// <summary>One cell of the bench.</summary>
/// <param name="Direction">Direction of the step.</param>
/// <param name="ChargePercent">State of charge before it [%].</param>
/// <param name="Depths">Where the weights hang.</param>
/// <param name="Case">What is different from the plant's files.</param>
public sealed record StepCell(StepDirection Direction, int ChargePercent, StepDepths Depths, StepCase Case)
{
    /// <summary>+1 where the step exports, -1 where it imports.</summary>
    public int Sign => Direction == StepDirection.Lower ? 1 : -1;

    /// <summary>The four words that name the cell, as the filter takes them.</summary>
    public IReadOnlyList<string> Words => [NameOf(Direction), ChargePercent.ToString(CultureInfo.InvariantCulture), NameOf(Depths), Case.Name];

    /// <summary>Name of the cell.</summary>
    public string Name => string.Join(' ', Words);

    /// <summary>Names as users type them.</summary>
    public static string NameOf(StepDirection direction) => direction == StepDirection.Lower ? "lower" : "raise";

    public static string NameOf(StepDepths depths) => depths switch
    {
        StepDepths.Allocator => "allocator",
        StepDepths.OneDepth => "one-depth",
        _ => "seeds",
    };
}

/// <summary>Every cell of the bench, none dropped.</summary>
public static class StepCells
{
    /// <summary>States of charge before the step [%].</summary>
    public static IReadOnlyList<int> Charges { get; } = [90, 50, 10];

    /// <summary>The cells as the allocator leaves the depths, and with all weights at one depth.</summary>
    public static IReadOnlyList<StepCell> All { get; } = Build(StepDepths.Allocator, StepDepths.OneDepth);

    /// <summary>The cells with depths drawn at random.</summary>
    public static IReadOnlyList<StepCell> Seeded { get; } = Build(StepDepths.Seeds);

    private static StepCell[] Build(params StepDepths[] depths) =>
    [
        .. from direction in Enum.GetValues<StepDirection>()
           from charge in Charges
           from hang in depths
           from one in StepCases.All
           select new StepCell(direction, charge, hang, one),
    ];
}
