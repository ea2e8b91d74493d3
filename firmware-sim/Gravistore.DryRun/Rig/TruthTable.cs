using System.Globalization;

namespace Gravistore.DryRun.Rig;

/// <summary>The truth that gravistore-sim writes, a row every 10 ms. Columns are found by their names; what is not needed here is passed over.</summary>
public sealed class TruthTable
{
    private readonly List<double> _timesS = [], _powersW = [];
    private readonly List<TruthHoist[]> _hoists = [];
    private readonly List<bool> _relay = [];

    /// <summary>Rows.</summary>
    public int Count => _timesS.Count;
    /// <summary>Hoists.</summary>
    public int HoistCount { get; private init; }

    /// <summary>Time at the end of a row, since the simulator's start [s].</summary>
    public double TimeS(int row) => _timesS[row];

    /// <summary>Mean net power at the grid over a row, export positive [W].</summary>
    public double PowerW(int row) => _powersW[row];

    /// <summary>One hoist at the end of a row.</summary>
    public TruthHoist Hoist(int row, int hoist) => _hoists[row][hoist];

    /// <summary>The watchdog's relay holds at the end of a row.</summary>
    public bool RelayHolds(int row) => _relay[row];

    /// <summary>The last row that ends no later than a time; -1 before the first.</summary>
    public int RowAt(double timeS)
    {
        int index = _timesS.BinarySearch(timeS + 1e-6);
        return index >= 0 ? index : ~index - 1;
    }

    /// <summary>Reads a table; a last row that is cut short is left out.</summary>
    /// <param name="reader">The table.</param>
    /// <param name="hoistCount">Hoists it must have.</param>
    /// <exception cref="InvalidDataException">It is no such table.</exception>
    public static TruthTable Read(TextReader reader, int hoistCount)
    {
        ArgumentNullException.ThrowIfNull(reader);
        string[] names = (reader.ReadLine() ?? "").Split(',');
        TruthTable table = new() { HoistCount = hoistCount };
        int time = Column(names, "time_s"), power = Column(names, "grid_power_w"), relay = Column(names, "watchdog_relay");
        int[][] columns = [.. Enumerable.Range(1, hoistCount).Select(i => (int[])[Column(names, $"h{i}_depth_m"), Column(names, $"h{i}_speed_m_per_s"), Column(names, $"h{i}_rope_force_n"), Column(names, $"h{i}_brakes_set")])];
        while (reader.ReadLine() is { } line)
        {
            string[] cells = line.Split(',');
            if (cells.Length != names.Length) break;
            table._timesS.Add(Number(cells[time]));
            table._powersW.Add(Number(cells[power]));
            table._relay.Add(Number(cells[relay]) > 0.5);
            table._hoists.Add([.. columns.Select(c => new TruthHoist(Number(cells[c[0]]), Number(cells[c[1]]), Number(cells[c[2]]), Number(cells[c[3]]) > 0.5))]);
        }
        return table;
    }

    private static int Column(string[] names, string name)
    {
        int column = Array.IndexOf(names, name);
        return column >= 0 ? column : throw new InvalidDataException($"the truth has no column '{name}'");
    }

    private static double Number(string cell) => double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value : throw new InvalidDataException($"the truth holds '{cell}' where a number belongs");
}

/// <summary>What is true of one hoist.</summary>
/// <param name="DepthM">Depth of the weight [m].</param>
/// <param name="SpeedMps">Speed at the drum, lowering positive [m/s].</param>
/// <param name="RopeForceN">Force between rope and weight [N].</param>
/// <param name="BrakesSet">Both channels are applied.</param>
public readonly record struct TruthHoist(double DepthM, double SpeedMps, double RopeForceN, bool BrakesSet);
