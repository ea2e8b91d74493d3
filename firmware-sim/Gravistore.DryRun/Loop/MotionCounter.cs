using Gravistore.Core.Images;
using Gravistore.Core.Modes;
using Gravistore.FirmwareSim.Plant;

namespace Gravistore.DryRun.Loop;

/// <summary>Counts how often hoists start and how often their drums turn round.</summary>
internal sealed class MotionCounter(int hoistCount)
{
    /// <summary>Slower than this a drum has no direction [m/s].</summary>
    private const double DirectionMps = 0.02;

    private readonly HoistMode[] _modes = new HoistMode[hoistCount];
    private readonly sbyte[] _directions = new sbyte[hoistCount];

    public int Starts { get; private set; }
    public int Reversals { get; private set; }

    /// <summary>One cycle has passed.</summary>
    public void Add(SimPlant sim, CycleResult result)
    {
        for (int i = 0; i < _modes.Length; i++)
        {
            HoistMode mode = result.Hoists[i].Mode;
            if (mode == HoistMode.ProvingTorque && _modes[i] != mode) Starts++;
            _modes[i] = mode;
            CountReversal(i, sim.Truth(i).SpeedMps);
        }
    }

    private void CountReversal(int i, double speedMps)
    {
        if (Math.Abs(speedMps) < DirectionMps) return;
        sbyte direction = speedMps > 0 ? (sbyte)1 : (sbyte)-1;
        if (_directions[i] == -direction) Reversals++;
        _directions[i] = direction;
    }
}
