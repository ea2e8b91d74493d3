using Gravistore.Charts;

namespace Gravistore.DryRun.Report;

/// <summary>Where the energy went: the flow, and the books behind it.</summary>
internal static class LossSection
{
    private static readonly EnergyPhase[] Phases = [EnergyPhase.Charging, EnergyPhase.Discharging, EnergyPhase.Standing];

    public static void Write(Markup page, ReportView view)
    {
        EnergyBooks books = view.Record.Energy();
        int decimals = Decimals(books);
        Page.OpenSection(page, "Energy from the grid to the weights and back").Open("div", ("class", "pair"));
        FlowDiagramWriter.Write(page, new FlowDiagram { Title = "Flow of energy", Unit = "kWh", Steps = EnergyFlow.Steps(books, view.Result.Energy) });
        page.Open("div").Leaf("h3", "Losses by kind, from the plant's energy audit");
        DataTable.Write(page, ["Loss, kWh", "charging", "discharging", "standing", "all", "share"], LossKind.All.Select(kind => Row(kind, books, decimals)).Append(Sum(books, decimals)), "tight");
        DataTable.Write(page, ["Gained by, kWh", "charging", "discharging", "standing", "all"],
        [
            [.. PhaseCells("the grid", books.GridJ, decimals)],
            [.. PhaseCells("the weights", books.GainJ, decimals)],
        ], "tight");
        page.Leaf("p", "Charging: power is taken, and the weights gain at least a tenth of it. Discharging: power is given. Standing: all else, as holding, standby, or sinking the last metres to a landing. The weights count with their ropes. "
            + "\u201cMotion, stretch\u201d is kinetic energy and strain of the ropes: stored rather than lost, of either sign.", ("class", "note"));
        page.Close().Close().Close();
    }

    private static IReadOnlyList<Cell> Row(LossKind kind, EnergyBooks books, int decimals) =>
        [.. PhaseCells(kind.Name, phase => kind.Joules(books, phase), decimals), Share(Phases.Sum(p => kind.Joules(books, p)), AllLossesJ(books))];

    private static IReadOnlyList<Cell> Sum(EnergyBooks books, int decimals) =>
        [.. PhaseCells("all", phase => LossKind.All.Sum(kind => kind.Joules(books, phase)), decimals), Share(1, 1)];

    private static double AllLossesJ(EnergyBooks books) => LossKind.All.Sum(kind => Phases.Sum(p => kind.Joules(books, p)));

    private static IEnumerable<Cell> PhaseCells(string name, Func<EnergyPhase, double> joules, int decimals) =>
        [new Cell(name) { Class = "nowrap" }, .. Phases.Select(p => KWh(joules(p), decimals)), KWh(Phases.Sum(joules), decimals)];

    // As many as show a thousandth of the losses.
    private static int Decimals(EnergyBooks books) => (AllLossesJ(books) / EnergyFlow.JoulePerKWh) switch { >= 10 => 2, >= 1 => 3, >= 0.1 => 4, _ => 5 };

    private static Cell KWh(double joules, int decimals) => new(Figures.Fixed(joules / EnergyFlow.JoulePerKWh, decimals)) { Value = joules / EnergyFlow.JoulePerKWh, Class = "num" };

    private static Cell Share(double part, double whole) => new(whole > 0 ? $"{Figures.Fixed(100 * part / whole, 1)} %" : Figures.None) { Class = "num optional" };
}
