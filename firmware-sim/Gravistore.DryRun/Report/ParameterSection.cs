using System.Globalization;
using Gravistore.Charts;

namespace Gravistore.DryRun.Report;

/// <summary>Where the truth differs from what the controller believes, and all parameters of both.</summary>
internal static class ParameterSection
{
    public static void Write(Markup page, ReportView view)
    {
        IReadOnlyList<Parameter> all = view.Parameters.All;
        Parameter[] differing = [.. all.Where(p => p.Differs)];
        if (all.Count == 0) return;
        Page.OpenSection(page, "Where the truth differs from what the controller believes");
        if (differing.Length == 0) page.Leaf("p", "Nowhere.");
        else DataTable.Write(page, ["Parameter", "Controller", "Truth", "Change", "Why"], differing.Select(p => (IReadOnlyList<Cell>)[new Cell(p.Path) { Class = "mono nowrap" }, Right(p.Believed!), Right(p.True!), Right(Change(p)), p.Reason]));
        page.Close();
        Page.OpenSection(page, "All parameters").Open("div", ("class", "columns"));
        foreach (IGrouping<string, Parameter> section in all.GroupBy(p => p.Path.Split('.', '[')[0])) Section(page, section);
        page.Close().Close();
    }

    // Units are the last part of each name.
    private static void Section(Markup page, IGrouping<string, Parameter> section)
    {
        page.Open("div", ("class", "card")).Leaf("h3", section.Key);
        int skip = section.Key.Length + 1;
        DataTable.Write(page, ["Parameter", "Controller", "Truth"], section.Select(p => (IReadOnlyList<Cell>)
            [Mono(p.Path.Length > skip ? p.Path[skip..] : p.Path), Value(p.Believed), p.Differs ? new Cell(p.True!) { Class = "mono bad" } : Value(p.True)]), "params");
        page.Close();
    }

    private static string Change(Parameter parameter)
    {
        bool numbers = double.TryParse(parameter.Believed, CultureInfo.InvariantCulture, out double believed) & double.TryParse(parameter.True, CultureInfo.InvariantCulture, out double truth);
        if (!numbers || believed == 0) return "";
        double percent = 100 * (truth / believed - 1);
        return $"{(percent > 0 ? "+" : "")}{Figures.Short(percent, 3)} %";
    }

    private static Cell Mono(string text) => new(text) { Class = "mono" };

    private static Cell Right(string text) => new(text) { Class = "right" };

    private static Cell Value(string? text) => new(text ?? Figures.None) { Class = "mono" };
}
