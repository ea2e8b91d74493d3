namespace Gravistore.Charts;

/// <summary>A cell of a table.</summary>
/// <param name="Text">What is shown.</param>
public readonly record struct Cell(string Text)
{
    /// <summary>The exact value behind the text; null where the cell is no number.</summary>
    public double? Value { get; init; }
    /// <summary>Name that a program finds the value by; null for none.</summary>
    public string? Name { get; init; }
    /// <summary>Class of the style; null for none.</summary>
    public string? Class { get; init; }

    public static implicit operator Cell(string text) => new(text);

    /// <summary>A number, rounded for people, with its exact value and its name kept beside.</summary>
    public static Cell Of(double? value, int digits = 5, string name = "") => new(Figures.Short(value, digits)) { Value = value, Name = name, Class = "num" };
}

/// <summary>A table with a heading for every column.</summary>
public static class DataTable
{
    /// <summary>Writes a table; wide ones scroll on narrow pages.</summary>
    public static void Write(Markup page, IReadOnlyList<string> headings, IEnumerable<IReadOnlyList<Cell>> rows, string css = "")
    {
        page.Open("div", ("class", "scroll")).Open("table", ("class", css)).Open("thead").Open("tr");
        IReadOnlyList<Cell>[] all = [.. rows];
        for (int i = 0; i < headings.Count; i++) page.Leaf("th", headings[i], ("scope", "col"), ("class", all.Length > 0 ? HeadingClass(all[0][i]) : ""));
        page.Close().Close().Open("tbody");
        foreach (IReadOnlyList<Cell> row in all) Row(page, row);
        page.Close().Close().Close();
    }

    // A heading stands over its column as the column's cells do, and leaves narrow pages with them.
    private static string HeadingClass(Cell cell) => cell.Class switch
    {
        "num" or "right" => "right",
        "num optional" => "right optional",
        _ => "",
    };

    private static void Row(Markup page, IReadOnlyList<Cell> row)
    {
        page.Open("tr");
        foreach (Cell cell in row)
            page.Leaf("td", cell.Text, ("class", cell.Class ?? ""), ("data-name", cell.Name ?? ""), ("data-value", cell.Value is { } value && double.IsFinite(value) ? Figures.Exact(value) : ""));
        page.Close();
    }
}
