using Gravistore.Charts;

namespace Gravistore.DryRun.Report;

/// <summary>Where the energy went: the flow, and the books behind it.</summary>
internal static class LossSection
{
    private static readonly EnergyPhase[] Phases = [EnergyPhase.Charging, EnergyPhase.Discharging, EnergyPhase.Standing];

    public static void Write(Markup page, ReportView view)
    {
        EnergyBooks books = view.Record.Energy();
        Page.OpenSection(page, "Energy from the grid to the weights and back").Open("div", ("class", "pair"));
        FlowDiagramWriter.Write(page, new FlowDiagram { Title = "Flow of energy", Unit = "kWh", Steps = EnergyFlow.Steps(books, view.Result.Energy) });
        page.Open("div").Leaf("h3", "Losses by kind, from the plant's energy audit");
        DataTable.Write(page, ["Loss, kWh", "charging", "discharging", "standing", "all", "share"], LossKind.All.Select(kind => Row(kind, books)).Append(Sum(books)), "tight");
        DataTable.Write(page, ["Gained by, kWh", "charging", "discharging", "standing", "all"],
        [
            [.. PhaseCells("the grid", books.GridJ)],
            [.. PhaseCells("the weights", books.GainJ)],
        ], "tight");
        page.Leaf("p", "Charging: power is taken, and the weights gain at least a tenth of it. Discharging: power is given. Standing: all else, as holding, standby, or sinking the last metres to a landing. The weights count with their ropes. "
            + "\u201cMotion, stretch\u201d is kinetic energy and strain of the ropes: stored rather than lost, of either sign.", ("class", "note"));
        page.Close().Close().Close();
    }

    private static IReadOnlyList<Cell> Row(LossKind kind, EnergyBooks books) =>
        [.. PhaseCells(kind.Name, phase => kind.Joules(books, phase)), Share(Phases.Sum(p => kind.Joules(books, p)), AllLossesJ(books))];

    private static IReadOnlyList<Cell> Sum(EnergyBooks books) =>
        [.. PhaseCells("all", phase => LossKind.All.Sum(kind => kind.Joules(books, phase))), Share(1, 1)];

    private static double AllLossesJ(EnergyBooks books) => LossKind.All.Sum(kind => Phases.Sum(p => kind.Joules(books, p)));

    private static IEnumerable<Cell> PhaseCells(string name, Func<EnergyPhase, double> joules) =>
        [new Cell(name) { Class = "nowrap" }, .. Phases.Select(p => KWh(joules(p))), KWh(Phases.Sum(joules))];

    private static Cell KWh(double joules) => new(Figures.Fixed(joules / EnergyFlow.JoulePerKWh, 2)) { Value = joules / EnergyFlow.JoulePerKWh, Class = "num" };

    private static Cell Share(double part, double whole) => new(whole > 0 ? $"{Figures.Fixed(100 * part / whole, 1)} %" : Figures.None) { Class = "num optional" };
}
