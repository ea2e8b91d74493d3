using Gravistore.Core.Modes;
using Gravistore.DryRun.Scenarios;

namespace Gravistore.DryRun.Tests.Scenarios;

public sealed class ConditionTests
{
    private static readonly PlantView View = new() { Mode = PlantMode.Armed, StateOfChargePercent = 40, AllAtLower = true, PowerKW = -100 };

    public static TheoryData<Condition, bool> Cases => new()
    {
        { new Condition { Mode = PlantMode.Armed }, true },
        { new Condition { Mode = PlantMode.Running }, false },
        { new Condition { StateOfChargeAbovePercent = 40 }, true },
        { new Condition { StateOfChargeAbovePercent = 41 }, false },
        { new Condition { StateOfChargeBelowPercent = 39 }, false },
        { new Condition { AllHoistsAt = Landing.Lower }, true },
        { new Condition { AllHoistsAt = Landing.Upper }, false },
        { new Condition { PowerAboveKW = 99 }, true },
        { new Condition { PowerBelowKW = 99 }, false },
        { new Condition { TraceEnded = true }, false },
        { new Condition { Mode = PlantMode.Armed, PowerBelowKW = 99 }, false },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void All_parts_must_hold_together(Condition condition, bool holds) => Assert.Equal(holds, condition.Holds(View));
}
