using System.Globalization;
using Gravistore.Core.Images;
using Gravistore.DryRun.Loop;
using Gravistore.FirmwareSim.Plant;

namespace Gravistore.DryRun.Results;

/// <summary>Writes a run as a table, one row per interval: the power is the mean over the interval, all else the value at its end. Columns and units: docs/report.md.</summary>
public sealed class TraceCsv
{
    private readonly TextWriter _writer;
    private readonly int _cyclesPerRow;
    private readonly int _hoistCount;
    private readonly char[] _number = new char[40];
    private double _energyJ, _lengthS;
    private int _cycles;

    /// <param name="writer">Receives the table.</param>
    /// <param name="everyMs">Interval of the rows, a multiple of 10 ms.</param>
    /// <param name="hoistCount">Hoists of the plant.</param>
    /// <exception cref="ArgumentOutOfRangeException">The interval is no positive multiple of 10 ms.</exception>
    public TraceCsv(TextWriter writer, int everyMs, int hoistCount)
    {
        if (everyMs <= 0 || everyMs % LockStepLoop.CycleMs != 0) throw new ArgumentOutOfRangeException(nameof(everyMs), everyMs, "a positive multiple of 10 ms is wanted");
        _writer = writer;
        _cyclesPerRow = everyMs / LockStepLoop.CycleMs;
        _hoistCount = hoistCount;
    }

    internal void WriteHeader()
    {
        _writer.Write("time_s,mode,set_point_kW,expected_kW,power_kW,frequency_Hz,state_of_charge_percent");
        for (int i = 1; i <= _hoistCount; i++)
            _writer.Write(string.Create(CultureInfo.InvariantCulture, $",h{i}_mode,h{i}_depth_m,h{i}_speed_m_per_s,h{i}_rope_force_kN,h{i}_motor_force_kN,h{i}_brake_share,h{i}_disc_degC"));
        _writer.Write('\n');
    }

    internal void Cycle(in CycleMeasurement cycle, SimPlant sim, CycleResult result)
    {
        _energyJ += cycle.PowerW * cycle.LengthS;
        _lengthS += cycle.LengthS;
        if (++_cycles < _cyclesPerRow) return;
        WriteRow(cycle.TimeS, sim, result);
        (_energyJ, _lengthS, _cycles) = (0, 0, 0);
    }

    private void WriteRow(double timeS, SimPlant sim, CycleResult result)
    {
        Write(timeS, "F2");
        _writer.Write(',');
        _writer.Write(Names.Of(result.Plant.Mode));
        Next(1e-3 * result.Plant.PowerSetPointW, "F3");
        Next(1e-3 * result.Plant.ExpectedPowerW, "F3");
        Next(1e-3 * _energyJ / _lengthS, "F3");
        Next(sim.GridFrequencyHz, "F4");
        Next(100 * result.Plant.StateOfCharge, "F4");
        for (int i = 0; i < _hoistCount; i++) WriteHoist(sim.Truth(i), result.Hoists[i]);
        _writer.Write('\n');
    }

    private void WriteHoist(in HoistTruth truth, in HoistOutput output)
    {
        _writer.Write(',');
        _writer.Write(Names.Of(output.Mode));
        Next(truth.WeightDepthM, "F4");
        Next(truth.SpeedMps, "F5");
        Next(1e-3 * truth.RopeForceN, "F3");
        Next(1e-3 * truth.MotorForceN, "F3");
        Next(0.5 * (truth.AppliedA + truth.AppliedB), "F3");
        Next(truth.DiscTemperatureC, "F1");
    }

    private void Next(double value, string format)
    {
        _writer.Write(',');
        Write(value, format);
    }

    private void Write(double value, string format)
    {
        if (value.TryFormat(_number, out int length, format, CultureInfo.InvariantCulture)) _writer.Write(_number.AsSpan(0, length));
    }

    /// <summary>Names of the modes, made once.</summary>
    private static class Names
    {
        private static readonly string[] Plant = Enum.GetNames<Core.Modes.PlantMode>();
        private static readonly string[] Hoist = Enum.GetNames<Core.Modes.HoistMode>();

        public static string Of(Core.Modes.PlantMode mode) => (uint)mode < Plant.Length ? Plant[(int)mode] : "?";
        public static string Of(Core.Modes.HoistMode mode) => (uint)mode < Hoist.Length ? Hoist[(int)mode] : "?";
    }
}
