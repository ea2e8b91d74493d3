namespace Gravistore.Charts;

/// <summary>
/// Draws a <see cref="FlowDiagram"/> from top to bottom: the stem at the left, branches to the right, each with its name beside it, so that names never meet
/// and the drawing fits a telephone.
/// </summary>
public static class FlowDiagramWriter
{
    private const double WidthPx = 352, StemPx = 120, BranchEndPx = 144, LabelPx = 158;
    private const double LeastRowPx = 17, StemRowPx = 30, CurvePx = 6, HairPx = 1;

    /// <summary>Writes the figure.</summary>
    public static void Write(Markup page, FlowDiagram flow)
    {
        double scale = Scale(flow);
        page.Open("figure", ("class", "flow")).Open("figcaption").Leaf("span", flow.Title, ("class", "what")).Close();
        double heightPx = flow.Steps.Sum(s => RowPx(s, scale)) + 12;
        page.Open("svg", ("width", PlotFrame.Y(WidthPx)), ("height", PlotFrame.Y(heightPx)), ("viewBox", FormattableString.Invariant($"0 0 {WidthPx} {Math.Round(heightPx, 2)}")),
            ("role", "img"), ("aria-label", flow.Title));
        double leftPx = 0, topPx = 0;
        foreach (FlowStep step in flow.Steps)
        {
            Draw(page, step, scale, topPx, ref leftPx);
            Label(page, step, flow.Unit, topPx, scale);
            topPx += RowPx(step, scale);
        }
        page.Close().Close();
    }

    /// <summary>Pixels for a unit of amount, so that the flow at its widest fills the stem.</summary>
    private static double Scale(FlowDiagram flow)
    {
        double now = 0, most = 0;
        foreach (FlowStep step in flow.Steps)
        {
            now = step.Kind switch { FlowKind.In => now + step.Amount, FlowKind.Out => Math.Max(0, now - step.Amount), _ => now };
            most = Math.Max(most, now);
        }
        return most > 0 ? StemPx / most : 0;
    }

    private static double RowPx(FlowStep step, double scale) => step.Kind is FlowKind.Out ? Math.Max(LeastRowPx, step.Amount * scale + CurvePx + 2) : StemRowPx;

    // stemPx is the width of what is left; a branch takes the right edge of it.
    private static void Draw(Markup page, FlowStep step, double scale, double topPx, ref double stemPx)
    {
        double rowPx = RowPx(step, scale), partPx = step.Amount * scale;
        switch (step.Kind)
        {
            case FlowKind.In:
                stemPx += partPx;
                Stem(page, stemPx, topPx, rowPx);
                break;
            case FlowKind.Out:
                partPx = Math.Min(partPx, stemPx);
                stemPx -= partPx;
                Stem(page, stemPx, topPx, rowPx);
                Branch(page, stemPx, partPx, topPx);
                break;
            case FlowKind.Through:
                Stem(page, stemPx, topPx, rowPx);
                page.Empty("line", ("class", "gate"), ("x1", "0"), ("x2", PlotFrame.Y(BranchEndPx)), ("y1", PlotFrame.Y(topPx + rowPx / 2)), ("y2", PlotFrame.Y(topPx + rowPx / 2)));
                break;
            default:
                Arrow(page, stemPx, topPx, rowPx);
                break;
        }
    }

    private static void Stem(Markup page, double widthPx, double topPx, double heightPx) =>
        page.Empty("rect", ("class", "stem"), ("x", "0"), ("y", PlotFrame.Y(topPx)), ("width", PlotFrame.Y(Math.Max(widthPx, 0))), ("height", PlotFrame.Y(heightPx + 0.3)));

    private static void Branch(Markup page, double leftPx, double partPx, double topPx)
    {
        double sizePx = Math.Max(partPx, HairPx), rightPx = leftPx + sizePx, innerPx = topPx + CurvePx;
        string path = FormattableString.Invariant($"M{leftPx:0.##} {topPx:0.##}Q{leftPx:0.##} {innerPx + sizePx:0.##} {rightPx + CurvePx:0.##} {innerPx + sizePx:0.##}L{BranchEndPx} {innerPx + sizePx:0.##}")
            + FormattableString.Invariant($"l{Math.Min(10, 4 + sizePx / 4):0.##} {-sizePx / 2:0.##}L{BranchEndPx} {innerPx:0.##}L{rightPx + CurvePx:0.##} {innerPx:0.##}Q{rightPx:0.##} {innerPx:0.##} {rightPx:0.##} {topPx:0.##}Z");
        page.Empty("path", ("class", "branch"), ("d", path));
    }

    private static void Arrow(Markup page, double widthPx, double topPx, double heightPx)
    {
        double tipPx = topPx + heightPx + 8;
        page.Empty("path", ("class", "stem"), ("d", FormattableString.Invariant($"M0 {topPx:0.##}H{widthPx:0.##}V{tipPx - 14:0.##}L{widthPx / 2:0.##} {tipPx:0.##}L0 {tipPx - 14:0.##}Z")));
    }

    private static void Label(Markup page, FlowStep step, string unit, double topPx, double scale)
    {
        bool branch = step.Kind == FlowKind.Out;
        double middlePx = branch ? topPx + CurvePx + Math.Max(step.Amount * scale, HairPx) / 2 + 4 : topPx + StemRowPx / 2 + 4;
        string css = branch ? "flowname" : "flowname main", y = PlotFrame.Y(middlePx);
        page.Leaf("text", step.Name, ("class", css), ("x", PlotFrame.Y(LabelPx)), ("y", y));
        page.Leaf("text", $"{Figures.Fixed(step.Amount, Decimals(step.Amount))} {unit}", ("class", css), ("x", PlotFrame.Y(WidthPx)), ("y", y), ("text-anchor", "end"));
    }

    private static int Decimals(double amount) => amount >= 100 ? 1 : amount >= 1 ? 2 : 3;
}
