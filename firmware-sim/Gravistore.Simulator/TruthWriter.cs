using System.Globalization;
using Gravistore.FirmwareSim.Plant;

namespace Gravistore.Simulator;

/// <summary>What is true of the plant as a table, a row every 10 ms: power as mean over the row, everything else at its end. Nothing is allocated per row.</summary>
internal sealed class TruthWriter : IDisposable
{
    /// <summary>Milliseconds of a row.</summary>
    public const int RowMs = 10;
    private const double AppliedShare = 0.99;

    private readonly TextWriter _writer;
    private readonly char[] _number = new char[32];
    private double _energyJ;

    /// <param name="writer">Receives the table; closed in the end.</param>
    /// <param name="hoistCount">Hoists of the plant.</param>
    public TruthWriter(TextWriter writer, int hoistCount)
    {
        _writer = writer;
        writer.Write("time_s,grid_power_w,chain_closed,watchdog_relay");
        for (int i = 1; i <= hoistCount; i++)
            writer.Write(string.Create(CultureInfo.InvariantCulture, $",h{i}_depth_m,h{i}_speed_m_per_s,h{i}_rope_force_n,h{i}_brake_force_n,h{i}_sto,h{i}_brakes_set,h{i}_motor_force_n"));
        writer.Write('\n');
    }

    /// <summary>Takes the state after a step.</summary>
    public void Add(SimPlant plant)
    {
        _energyJ += plant.GridPowerW * 1e-3;
        if (plant.TimeMs % RowMs != 0) return;
        Write(1e-3 * plant.TimeMs, "F2");
        Next(_energyJ / (1e-3 * RowMs), "F1");
        _energyJ = 0;
        Next(plant.Chain.Closed ? 1 : 0, "F0");
        Next(plant.PlantIo.WatchdogClosed ? 1 : 0, "F0");
        for (int i = 0; i < plant.HoistCount; i++) WriteHoist(plant.Truth(i), plant.Chain.StoClosed);
        _writer.Write('\n');
    }

    public void Dispose() => _writer.Dispose();

    private void WriteHoist(in HoistTruth truth, bool stoClosed)
    {
        Next(truth.WeightDepthM, "F4");
        Next(truth.SpeedMps, "F5");
        Next(truth.RopeForceN, "F0");
        Next(truth.BrakeForceN, "F0");
        Next(stoClosed ? 0 : 1, "F0");
        Next(truth.AppliedA > AppliedShare && truth.AppliedB > AppliedShare ? 1 : 0, "F0");
        Next(truth.MotorForceN, "F0");
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
}
