using Gravistore.Core.Images;
using Gravistore.Core.Modes;
using Gravistore.Core.Motion;
using Gravistore.Core.Parameters;
using Gravistore.Core.Protection;

namespace Gravistore.Recording.Incidents;

/// <summary>Compares what was recorded with the limits of the recorded parameters, as the protections do.</summary>
internal sealed class LimitWatch
{
    private static readonly (string Name, string Unit, int Number)[] Kinds =
    [
        ("speed of the drum", "m/s", ProtectionNumber.OverspeedStop),
        ("speed less reference, brakes open", "m/s", ProtectionNumber.SpeedDeviation),
        ("rope force, greatest", "N", ProtectionNumber.Overload),
        ("rope force, least, brakes open", "N", ProtectionNumber.SlackTrip),
        ("above the upper landing", "m", ProtectionNumber.OverwindSoft),
        ("below the lower landing", "m", ProtectionNumber.UnderwindSoft),
        ("age of the drive's values", "s", ProtectionNumber.DriveStale),
        ("age of the input module's values", "s", ProtectionNumber.IoStale),
        ("age of the brake unit's values", "s", ProtectionNumber.BrakeUnitStale),
        ("brake disc", "degC", ProtectionNumber.DiscHot),
    ];
    private static readonly (string Name, string Unit, int Number)[] PlantKinds =
    [
        ("age of the plant module's values", "s", ProtectionNumber.PlantIoStale),
        ("age of the meter's values", "s", ProtectionNumber.MeterStale),
    ];

    private const double NsPerS = 1e9;

    private readonly PlantParameters _plant;
    private readonly double _overloadN;
    private readonly LimitApproach?[] _nearest;
    private readonly long[] _beyond;
    private long _timeNs;

    public LimitWatch(PlantParameters plant)
    {
        _plant = plant;
        _overloadN = new Rope(plant.Hoist).StaticForceN(plant.Shaft.LowerLandingDepthM) + plant.Protection.OverloadBreakingShare * plant.Hoist.RopeBreakingForceN;
        _nearest = new LimitApproach?[plant.HoistCount * Kinds.Length + PlantKinds.Length];
        _beyond = new long[_nearest.Length];
    }

    /// <summary>Everything that was ever watched, kind by kind.</summary>
    public IReadOnlyList<LimitApproach> Approaches() => [.. Enumerable.Range(0, Kinds.Length).SelectMany(k => Enumerable.Range(0, _plant.HoistCount).Select(i => _nearest[i * Kinds.Length + k])).Concat(_nearest[^PlantKinds.Length..]).OfType<LimitApproach>()];

    public void Take(CycleInput input, CycleResult result)
    {
        if (!PlantSequence.Watching(result.Plant.Mode)) return;
        _timeNs = input.NowNs;
        for (int i = 0; i < _plant.HoistCount; i++) Hoist(i, input.Hoists[i], result.Hoists[i]);
        if (input.Plant.IoQuality != Quality.Never) Below(-1, 0, input.Plant.IoAgeNs / NsPerS, PlantProtections.IoStaleS);
        if (input.Plant.MeterQuality != Quality.Never) Below(-1, 1, input.Plant.MeterAgeNs / NsPerS, PlantProtections.MeterStaleS);
    }

    private void Hoist(int i, in HoistInput input, in HoistOutput output)
    {
        ProtectionParameters p = _plant.Protection;
        double maxMps = _plant.Motion.MaxSpeedMps;
        bool open = HoistModes.IsOpen(output.Mode);
        if (input.DriveQuality == Quality.Good)
        {
            Below(i, 0, Math.Abs(input.SpeedMps), p.OverspeedStop * maxMps);
            if (open) Below(i, 1, Math.Abs(input.SpeedMps - output.SpeedReferenceMps), p.SpeedDeviation * maxMps);
        }
        if (input.RopeForceQuality == Quality.Good)
        {
            Below(i, 2, input.RopeForceN, _overloadN);
            if (open) Above(i, 3, input.RopeForceN, p.SlackTrip * output.ExpectedRopeForceN);
        }
        Below(i, 4, _plant.Shaft.UpperLandingDepthM - output.WeightDepthM, p.OvertravelSoftM);
        Below(i, 5, output.WeightDepthM - _plant.Shaft.LowerLandingDepthM, p.OvertravelSoftM);
        if (input.DriveQuality != Quality.Never) Below(i, 6, input.DriveAgeNs / NsPerS, p.StaleStopS);
        if (input.IoQuality != Quality.Never) Below(i, 7, input.IoAgeNs / NsPerS, p.StaleStopS);
        if (input.BrakeQuality == Quality.Never) return;
        Below(i, 8, input.BrakeAgeNs / NsPerS, p.StaleStopS);
        Below(i, 9, input.DiscTemperatureC, HoistProtections.DiscStopC);
    }

    private void Below(int hoist, int kind, double value, double limit) => Note(hoist, kind, value, limit, limit - value);

    private void Above(int hoist, int kind, double value, double limit) => Note(hoist, kind, value, limit, value - limit);

    private void Note(int hoist, int kind, double value, double limit, double margin)
    {
        int at = hoist < 0 ? _plant.HoistCount * Kinds.Length + kind : hoist * Kinds.Length + kind;
        _beyond[at] = margin < 0 ? _beyond[at] + 1 : 0;
        LimitApproach? nearest = _nearest[at];
        if (nearest is not null && _beyond[at] > nearest.LongestCycles) _nearest[at] = nearest = nearest with { LongestCycles = _beyond[at] };
        if (nearest is not null && margin >= nearest.Margin) return;
        (string name, string unit, int number) = hoist < 0 ? PlantKinds[kind] : Kinds[kind];
        _nearest[at] = (nearest ?? new LimitApproach(name, unit, number, hoist) { LongestCycles = _beyond[at] }) with { Value = value, Limit = limit, Margin = margin, TimeNs = _timeNs };
    }
}
