using Gravistore.Core.Images;
using Gravistore.Core.Parameters;
using Gravistore.Devices;
using Gravistore.DryRun.Results;
using Gravistore.FirmwareSim.Plant;

namespace Gravistore.DryRun.Loop;

/// <summary>All registers between the controller and the simulated plant, in memory, with the delays that the real links have.</summary>
internal sealed class Links
{
    private readonly LinkTiming _timing;
    private readonly PlantLink _plant;
    private readonly HoistLink[] _hoists;
    /// <summary>Nothing arrives before this time; most milliseconds end here [ms].</summary>
    private long _nextDueMs = long.MaxValue;

    /// <exception cref="ArgumentException">A device profile cannot work.</exception>
    public Links(SimPlant plant, PlantParameters parameters, LinkTiming timing, ulong seed)
    {
        _timing = timing;
        DeviceProfiles devices = parameters.Devices;
        FieldCodecs codecs = new(parameters);
        _plant = new PlantLink(plant, devices, codecs, timing, seed);
        _hoists = new HoistLink[parameters.HoistCount];
        for (int i = 0; i < _hoists.Length; i++) _hoists[i] = new HoistLink(plant, i, devices, codecs, timing, seed + 1 + (ulong)i);
    }

    /// <summary>Takes the samples that are due at this time.</summary>
    public void Sample(long nowMs)
    {
        if (!_timing.IsSampleTime(nowMs)) return;
        _plant.Sample(nowMs);
        foreach (HoistLink hoist in _hoists) hoist.Sample(nowMs);
    }

    /// <summary>Fills the controller's input.</summary>
    public void Read(long nowMs, CycleInput input)
    {
        _plant.Read(nowMs, ref input.Plant);
        for (int i = 0; i < _hoists.Length; i++) _hoists[i].Read(nowMs, ref input.Hoists[i]);
    }

    /// <summary>Sends the controller's outputs.</summary>
    public void Write(long nowMs, CycleInput input, CycleResult result)
    {
        _plant.Write(nowMs, result.Plant);
        for (int i = 0; i < _hoists.Length; i++) _hoists[i].Write(nowMs, result.Hoists[i], input.Hoists[i].BrakeState);
        FindNextDue();
    }

    /// <summary>Hands over the writes that have arrived by now.</summary>
    public void Deliver(long nowMs)
    {
        if (nowMs < _nextDueMs) return;
        _plant.Deliver(nowMs);
        foreach (HoistLink hoist in _hoists) hoist.Deliver(nowMs);
        FindNextDue();
    }

    private void FindNextDue()
    {
        _nextDueMs = _plant.NextDueMs;
        foreach (HoistLink hoist in _hoists) _nextDueMs = Math.Min(_nextDueMs, hoist.NextDueMs);
    }

    /// <summary>Commands take other times from now on; the age of measurements stays.</summary>
    public void Retime(LinkTiming timing)
    {
        _plant.Retime(timing);
        foreach (HoistLink hoist in _hoists) hoist.Retime(timing);
    }

    /// <summary>Accesses that devices refused so far.</summary>
    public LinkFigures Figures() => new(_plant.ReadsRefused + _hoists.Sum(h => h.ReadsRefused), _plant.WritesRefused + _hoists.Sum(h => h.WritesRefused));
}
