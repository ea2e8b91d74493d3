using Gravistore.Charts;
using Gravistore.Core.Modes;

namespace Gravistore.DryRun.Report;

/// <summary>Modes of the plant and of its hoists over time.</summary>
internal static class ModeSection
{
    public static void Write(Markup page, ReportView view)
    {
        Page.OpenSection(page, "Modes");
        BandRow plant = new("plant", [.. view.Record.Plant.Modes.Stretches(view.EndS).Select(s => ModeText.BandOf((PlantMode)s.State, s.FromS, s.ToS))]);
        BandTimelineWriter.Write(page, new BandTimeline { Title = "Mode of the plant", Time = view.Time, Rows = [plant], Markers = view.Markers });
        IEnumerable<BandRow> hoists = view.Record.Hoists.Select((hoist, i) =>
            new BandRow(ReportView.Hoist(i), [.. hoist.Modes.Stretches(view.EndS).Select(s => ModeText.BandOf((HoistMode)s.State, s.FromS, s.ToS))]));
        BandTimelineWriter.Write(page, new BandTimeline { Title = "Modes of the hoists", Time = view.Time, Rows = [.. hoists] });
        long leftOut = view.Record.Plant.Modes.LeftOut + view.Record.Hoists.Sum(h => h.Modes.LeftOut);
        if (leftOut > 0) page.Leaf("p", FormattableString.Invariant($"{leftOut} stretches too short to be seen are drawn as part of the one before them; trips are always drawn."), ("class", "note"));
        page.Close();
    }
}
