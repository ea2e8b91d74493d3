using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Gravistore.Core.Motion;
using Gravistore.Core.Parameters;

namespace Gravistore.Core.Power;

/// <summary>
/// Model of drum, rope and weight for steps of one cycle, observer gains, and the transition over the whole command delay, each as a
/// table over rope length. Built once; docs/power.md, "Observer" and "Prediction".
/// </summary>
internal sealed class RopeTables
{
    /// <summary>States of the observer: v, T, w, cell, G, residual.</summary>
    private const int States = 6;
    private const int Lengths = 128;
    private const double CycleS = 0.01;
    private const double SubStepS = 0.0005;
    /// <summary>Age of the drive's measurement when the cycle begins [s].</summary>
    private const double MeasurementAgeS = 0.01;
    // Noise for one cycle, standard deviations: what drives the states, and what the measurements add (encoder steps; cell noise with hysteresis).
    private static readonly double[] ProcessNoise = [0.0001, 220, 0.0001, 100, 30, 100];
    private const double SpeedNoiseMps = 0.0003;
    private const double CellNoiseN = 60000;

    private readonly HoistParameters _hoist;
    private readonly double _loopPerS;
    private readonly double _greatestM;
    private readonly double[] _segmentS = new double[SentValues.Length];

    // A table is a function of its plant: all controllers of one plant share it, however many replay its recordings at once.
    private static readonly ConditionalWeakTable<PlantParameters, Lazy<RopeTables>> Known = [];

    /// <summary>The tables of the plant believed in.</summary>
    public static RopeTables Of(PlantParameters plant) => Known.GetValue(plant, p => new Lazy<RopeTables>(() => new RopeTables(p))).Value;

    private RopeTables(PlantParameters plant)
    {
        _hoist = plant.Hoist;
        _loopPerS = RopeObserver.LoopNsPerM(plant) / plant.Hoist.DrumSideMassKg;
        _greatestM = plant.Shaft.DepthM;
        Divide(plant.Drive.CommandDelayS);
        Observer = new ObserverModel[Lengths];
        Prediction = new PredictionModel[Lengths];
        double[] covariance = new double[States * States];
        for (int i = 0; i < States; i++) covariance[i * States + i] = ProcessNoise[i] * ProcessNoise[i] * 100;
        for (int i = 0; i < Lengths; i++)
        {
            Observer[i] = ObserverAt(LengthM(i), covariance, i == 0 ? 400 : 60);
            Prediction[i] = PredictionAt(LengthM(i));
        }
    }

    public ObserverModel[] Observer { get; }
    public PredictionModel[] Prediction { get; }
    /// <summary>Commands on their way that the prediction counts; entry 0 is the newest sent.</summary>
    public int Segments { get; private set; }
    /// <summary>Index of the command in force when the last measurement was taken.</summary>
    public int InForce { get; private set; }
    /// <summary>Time from the last measurement to the middle of the hold of the command now computed [s].</summary>
    public double AheadS { get; private set; }

    /// <summary>Row of the tables for a rope length [m]; the rows are even in the root of the length, as the frequency is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Row(double lengthM)
    {
        if (!(lengthM > 0)) return 0;
        int row = (int)(Math.Sqrt(lengthM / _greatestM) * Lengths);
        return row < Lengths ? row : Lengths - 1;
    }

    private double LengthM(int row)
    {
        double share = (row + 0.5) / Lengths;
        return Math.Max(share * share * _greatestM, 1);
    }

    // The time from the measurement to the middle of the hold, divided by the commands that act in it.
    private void Divide(double delayS)
    {
        double end = AheadS = MeasurementAgeS + delayS + 0.5 * CycleS;
        for (int j = 0; j < SentValues.Length && end > 1e-9; j++)
        {
            // The command now computed is not known yet: the newest sent stands for it.
            double begin = j == 0 ? end - 1.5 * CycleS : end - CycleS;
            if (begin < 0 || j == SentValues.Length - 1) begin = 0;
            _segmentS[j] = end - begin;
            end = begin;
            Segments = j + 1;
        }
        InForce = Segments - 1;
    }

    private ObserverModel ObserverAt(double lengthM, double[] covariance, int iterations)
    {
        double[] a = new double[States * States], speedGain = new double[States], cellGain = new double[States];
        double[][] columns = new double[States][];
        for (int column = 0; column < States; column++)
        {
            columns[column] = After(lengthM, column, 0, CycleS, 0);
            for (int r = 0; r < States; r++) a[r * States + column] = columns[column][r];
        }
        for (int i = 0; i < iterations; i++) Riccati(a, covariance, speedGain, cellGain);
        return new ObserverModel
        {
            BySpeed = Vector256.Create(columns[0]),
            ByRopeForce = Vector256.Create(columns[1]),
            ByWeightSpeed = Vector256.Create(columns[2]),
            ByCell = Vector256.Create(columns[3]),
            ByWeightForce = Vector256.Create(columns[4]),
            ByResidual = Vector256.Create(columns[5]),
            ByDrumForce = Vector256.Create(After(lengthM, -1, 1, CycleS, 0)),
            SpeedGain = Vector256.Create(speedGain),
            CellGain = Vector256.Create(cellGain),
            WeightForceSpeedGain = speedGain[4],
            ResidualSpeedGain = speedGain[5],
            WeightForceCellGain = cellGain[4],
            ResidualCellGain = cellGain[5],
        };
    }

    private PredictionModel PredictionAt(double lengthM)
    {
        double total = 0;
        for (int j = 0; j < Segments; j++) total += _segmentS[j];
        PredictionModel model = new()
        {
            BySpeed = Moving(After(lengthM, 0, 0, total, _loopPerS)),
            ByRopeForce = Moving(After(lengthM, 1, 0, total, _loopPerS)),
            ByWeightSpeed = Moving(After(lengthM, 2, 0, total, _loopPerS)),
            ByWeightForce = Moving(After(lengthM, 4, 0, total, _loopPerS)),
            ByDrumForce = Moving(After(lengthM, -1, 1, total, _loopPerS)),
        };
        double later = 0;
        for (int j = 0; j < Segments; j++)
        {
            double[] x = After(lengthM, -1, 1, _segmentS[j], _loopPerS);
            Integrate(lengthM, x, 0, later, _loopPerS);
            model.ByCommand[j] = Moving(x);
            later += _segmentS[j];
        }
        return model;
    }

    private static Vector256<double> Moving(double[] x) => Vector256.Create(x[0], x[1], x[2], 0);

    // States after a time that began with one of them at 1 (-1: none) and the others at 0.
    private double[] After(double lengthM, int one, double forceN, double timeS, double loopPerS)
    {
        double[] x = new double[States];
        if (one >= 0) x[one] = 1;
        Integrate(lengthM, x, forceN, timeS, loopPerS);
        return x;
    }

    // Runge and Kutta's fourth order in short steps; forceN acts on the drum, downwards.
    private void Integrate(double lengthM, double[] x, double forceN, double timeS, double loopPerS)
    {
        if (timeS <= 0) return;
        ElasticRope rope = new(_hoist, lengthM, forceN, loopPerS);
        int steps = (int)Math.Ceiling(timeS / SubStepS - 1e-9);
        double h = timeS / steps;
        Span<double> k1 = stackalloc double[States], k2 = stackalloc double[States], k3 = stackalloc double[States], k4 = stackalloc double[States];
        Span<double> y = stackalloc double[States];
        for (int i = 0; i < steps; i++)
        {
            rope.Slope(x, k1);
            for (int r = 0; r < States; r++) y[r] = x[r] + 0.5 * h * k1[r];
            rope.Slope(y, k2);
            for (int r = 0; r < States; r++) y[r] = x[r] + 0.5 * h * k2[r];
            rope.Slope(y, k3);
            for (int r = 0; r < States; r++) y[r] = x[r] + h * k3[r];
            rope.Slope(y, k4);
            for (int r = 0; r < States; r++) x[r] += h / 6 * (k1[r] + 2 * k2[r] + 2 * k3[r] + k4[r]);
        }
    }

    // Drum, rope and weight at one rope length, with the drive's speed loop on the drum.
    private readonly struct ElasticRope(HoistParameters hoist, double lengthM, double forceN, double loopPerS)
    {
        private readonly double _drumKg = hoist.DrumSideMassKg, _movingKg = hoist.WeightMassKg + hoist.RopeMassPerMetreKg * lengthM / 3;
        private readonly double _stiffness = hoist.RopeAxialStiffnessN / lengthM, _cellLagS = hoist.LoadCellLagS, _forceN = forceN, _loopPerS = loopPerS;
        private readonly double _damping = 2 * hoist.RopeDampingRatio * Math.Sqrt(hoist.RopeAxialStiffnessN / lengthM * (hoist.WeightMassKg + hoist.RopeMassPerMetreKg * lengthM / 3));

        public void Slope(ReadOnlySpan<double> x, Span<double> slope)
        {
            slope[5] = slope[4] = 0;
            slope[3] = (x[1] - x[3]) / _cellLagS;
            slope[0] = (x[1] + x[5] + _forceN) / _drumKg - _loopPerS * x[0];
            slope[2] = (x[4] - x[1]) / _movingKg;
            slope[1] = _stiffness * (x[2] - x[0]) + _damping * (slope[2] - slope[0]);
        }
    }

    // One step of the covariance, the two measurements taken in one after the other.
    private static void Riccati(ReadOnlySpan<double> a, double[] p, Span<double> speedGain, Span<double> cellGain)
    {
        Span<double> ap = stackalloc double[36];
        Multiply(a, p, ap, transposed: false);
        Multiply(ap, a, p, transposed: true);
        for (int i = 0; i < States; i++) p[i * States + i] += ProcessNoise[i] * ProcessNoise[i];
        Take(p, 0, SpeedNoiseMps, speedGain);
        Take(p, 3, CellNoiseN, cellGain);
    }

    private static void Multiply(ReadOnlySpan<double> a, ReadOnlySpan<double> b, Span<double> product, bool transposed)
    {
        for (int r = 0; r < States; r++)
        {
            for (int c = 0; c < States; c++)
            {
                double sum = 0;
                for (int i = 0; i < States; i++) sum += a[r * States + i] * (transposed ? b[c * States + i] : b[i * States + c]);
                product[r * States + c] = sum;
            }
        }
    }

    private static void Take(double[] p, int measured, double noise, Span<double> gain)
    {
        double inverse = 1 / (p[measured * States + measured] + noise * noise);
        Span<double> line = stackalloc double[States];
        for (int i = 0; i < States; i++)
        {
            gain[i] = p[i * States + measured] * inverse;
            line[i] = p[measured * States + i];
        }
        for (int r = 0; r < States; r++)
            for (int c = 0; c < States; c++) p[r * States + c] -= gain[r] * line[c];
    }
}
