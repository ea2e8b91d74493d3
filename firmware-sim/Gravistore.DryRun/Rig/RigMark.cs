namespace Gravistore.DryRun.Rig;

/// <summary>What a script did.</summary>
internal enum RigMarkKind { Step, PowerStep, Released, Followed }

/// <summary>One thing that a script did.</summary>
/// <param name="TimeS">When [s].</param>
/// <param name="Kind">What.</param>
/// <param name="Label">Label of a step.</param>
/// <param name="FromW">Power before a power step [W].</param>
/// <param name="PowerW">Power asked for by a power step or a followed series [W]; null when the series ends.</param>
internal sealed record RigMark(double TimeS, RigMarkKind Kind, string Label, double FromW, double? PowerW);
