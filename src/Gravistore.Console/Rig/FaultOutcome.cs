using Gravistore.DryRun.Rig;
using Gravistore.Protocol.Messages;

namespace Gravistore.Console.Rig;

/// <summary>What a fault did, by the simulator's truth.</summary>
/// <param name="Fault">What was done.</param>
/// <param name="UncertainS">How exactly its moment is known [s]; stops are counted from the earliest.</param>
/// <param name="Hoists">How each hoist concerned stopped.</param>
/// <param name="Restart">The controller that was started anew; null when none was.</param>
/// <param name="Relay">What the watchdog's relay did; null where the loop went on.</param>
internal sealed record FaultOutcome(RigFault Fault, double UncertainS, IReadOnlyList<HoistStop> Hoists, Restart? Restart, RelayDrop? Relay = null)
{
    /// <summary>Every weight stopped within its bound, the relay dropped, and a new controller knew where.</summary>
    public bool Holds => Hoists.All(h => h.Holds) && Restart?.Holds != false && Relay?.Holds != false;
}

/// <summary>When the watchdog's relay dropped.</summary>
/// <param name="AfterS">Time from the fault to the end of the row in which it had dropped [s]; infinite when it held.</param>
internal sealed record RelayDrop(double AfterS)
{
    /// <summary>A loop that stops opens the chain within this time [s].</summary>
    public const double BoundS = 0.5;

    public bool Holds => AfterS <= BoundS;

    /// <summary>Looks it up.</summary>
    public static RelayDrop Of(TruthTable truth, double faultS, double untilS)
    {
        for (int row = Math.Max(0, truth.RowAt(faultS)) + 1; row <= truth.RowAt(untilS); row++)
            if (!truth.RelayHolds(row)) return new RelayDrop(truth.TimeS(row) - faultS);
        return new RelayDrop(double.PositiveInfinity);
    }
}

/// <summary>How one hoist stopped.</summary>
/// <param name="Hoist">Hoist from 1.</param>
/// <param name="SpeedMps">Speed at the fault, lowering positive [m/s].</param>
/// <param name="RestS">Time until it stood with its brakes set for good [s]; infinite when it did not.</param>
/// <param name="TravelM">Greatest distance from where it was at the fault [m].</param>
/// <param name="BoundS">Drive time-out and stopping time [s].</param>
/// <param name="BoundM">Distance in that time [m].</param>
internal sealed record HoistStop(int Hoist, double SpeedMps, double RestS, double TravelM, double BoundS, double BoundM)
{
    /// <summary>Slack of the distance [m]: what the rope's swing adds to the stop of one mass.</summary>
    public const double SlackM = 0.3;

    /// <summary>Within both bounds.</summary>
    public bool Holds => RestS <= BoundS && TravelM <= BoundM + SlackM;

    /// <summary>Judges a hoist.</summary>
    /// <param name="truth">The truth.</param>
    /// <param name="plant">The plant.</param>
    /// <param name="hoist">Hoist from 0.</param>
    /// <param name="faultS">When the fault came, by the truth's time [s].</param>
    /// <param name="untilS">Until when it is watched [s].</param>
    public static HoistStop Of(TruthTable truth, Core.Parameters.PlantParameters plant, int hoist, double faultS, double untilS)
    {
        const double standstillMps = 0.005;
        int first = Math.Max(0, truth.RowAt(faultS)), last = truth.RowAt(untilS), restRow = -1;
        TruthHoist before = truth.Hoist(first, hoist);
        double travelM = 0;
        for (int row = first; row <= last; row++)
        {
            TruthHoist now = truth.Hoist(row, hoist);
            travelM = Math.Max(travelM, Math.Abs(now.DepthM - before.DepthM));
            bool rests = now.BrakesSet && Math.Abs(now.SpeedMps) < standstillMps;
            if (!rests) restRow = -1;
            else if (restRow < 0) restRow = row;
        }
        (double boundS, double boundM) = StopBound.Of(plant, before.DepthM, before.SpeedMps);
        return new HoistStop(hoist + 1, before.SpeedMps, restRow < 0 ? double.PositiveInfinity : truth.TimeS(restRow) - faultS, travelM, boundS, boundM);
    }
}

/// <summary>A controller that was started after its forerunner was killed.</summary>
/// <param name="Mode">Its mode.</param>
/// <param name="FirstOut">Its first-out.</param>
/// <param name="GreatestErrorM">Greatest difference of its depths from the truth, swings of the ropes left out [m].</param>
/// <param name="ErrorBeforeM">The same of its forerunner when it began, from what its plant file does not know of the ropes [m].</param>
/// <param name="GreatestLossM">Greatest difference between the two errors of a hoist: what the restart lost [m].</param>
internal sealed record Restart(string Mode, string FirstOut, double GreatestErrorM, double ErrorBeforeM, double GreatestLossM)
{
    /// <summary>A restart may lose this much of a position [m].</summary>
    public const double LossM = 0.01;

    /// <summary>Tripped with first-out start, positions as well known as before.</summary>
    public bool Holds => Mode == "tripped" && FirstOut == "start" && GreatestLossM <= LossM;

    /// <summary>Holds a snapshot of the new controller, and one of its forerunner, against the truth.</summary>
    public static Restart Of(SnapshotNotice before, double beforeS, SnapshotNotice after, double afterS, TruthTable truth)
    {
        double[] was = Errors(before, truth, beforeS, beforeS), is_ = Errors(after, truth, afterS, double.PositiveInfinity);
        return new Restart(after.Mode, after.FirstOut, is_.Max(Math.Abs), was.Max(Math.Abs), is_.Zip(was).Max(e => Math.Abs(e.First - e.Second)));
    }

    // A weight swings on its rope for half a minute after a stop: the mean over many swings is where it hangs.
    private static double[] Errors(SnapshotNotice snapshot, TruthTable truth, double fromS, double untilS)
    {
        int first = Math.Max(0, truth.RowAt(fromS)), last = Math.Max(first, truth.RowAt(untilS));
        return [.. snapshot.Hoists.Select((h, i) => h.DepthM - Enumerable.Range(first, last - first + 1).Average(row => truth.Hoist(row, i).DepthM))];
    }
}
