using Gravistore.Charts;
using Gravistore.DryRun.Results;

namespace Gravistore.DryRun.Report;

/// <summary>The way of the energy of a run from the grid to the weights and back, made from the books.</summary>
internal static class EnergyFlow
{
    public const double JoulePerKWh = 3.6e6;
    /// <summary>Branches below this share of the whole are left to the table.</summary>
    private const double LeastShare = 0.0005;

    /// <summary>Steps of the drawing [kWh]. Taken and given are the result's own figures.</summary>
    public static IReadOnlyList<FlowStep> Steps(EnergyBooks books, EnergyFigures energy)
    {
        double gainedKWh = books.GainJ(EnergyPhase.Charging) / JoulePerKWh, givenKWh = -books.GainJ(EnergyPhase.Discharging) / JoulePerKWh;
        double least = LeastShare * Math.Max(energy.ChargedKWh, givenKWh);
        List<FlowStep> steps = [new(FlowKind.In, "from the grid", energy.ChargedKWh)];
        Branch(steps, "standing still", -books.GridJ(EnergyPhase.Standing) / JoulePerKWh, least);
        foreach (LossKind kind in LossKind.All) Branch(steps, kind.Name, kind.Joules(books, EnergyPhase.Charging) / JoulePerKWh, least);
        if (gainedKWh > least) steps.Add(new(FlowKind.Through, "into the weights", gainedKWh));
        double storedKWh = gainedKWh - givenKWh;
        if (storedKWh > least) Branch(steps, "kept in store", storedKWh, least);
        if (-storedKWh > least) steps.Add(new(FlowKind.In, "from the store", -storedKWh));
        if (givenKWh <= least) return steps;
        steps.Add(new(FlowKind.Through, "out of the weights", givenKWh));
        foreach (LossKind kind in LossKind.All.Reverse()) Branch(steps, kind.Name, kind.Joules(books, EnergyPhase.Discharging) / JoulePerKWh, least);
        steps.Add(new(FlowKind.End, "to the grid", energy.DischargedKWh));
        return steps;
    }

    private static void Branch(List<FlowStep> steps, string name, double amountKWh, double leastKWh)
    {
        if (amountKWh > leastKWh) steps.Add(new(FlowKind.Out, name, amountKWh));
    }
}
