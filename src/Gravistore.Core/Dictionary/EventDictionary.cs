using P = Gravistore.Core.Protection.ProtectionNumber;

namespace Gravistore.Core.Dictionary;

/// <summary>Every event the controller can raise, declared once: number, name, unit, severity, text, next action.</summary>
public static class EventDictionary
{
    private static readonly EventInfo[] Declared =
    [
        new(EventNumber.PlantMode, "plant-mode", "", Severity.Info, "The plant's mode changed.", ""),
        new(EventNumber.HoistMode, "hoist-mode", "", Severity.Info, "A hoist's mode changed.", ""),
        new(EventNumber.CommandRefused, "command-refused", "", Severity.Warning, "A command was refused: it does not fit the present mode, or \"command-invalid\" tells what is wrong with it.", "Look at the plant's mode; arm before setting power."),
        new(EventNumber.SetPointLimited, "set-point-limited", "W", Severity.Warning, "The power set point exceeds the plant's rating and was limited to it.", "Ask for no more than the rated power."),
        new(EventNumber.CommandInvalid, "command-invalid", "", Severity.Warning, "A command's power or rate is no finite number, or its rate or number of ready hoists is negative.", "Correct the program that sends it."),
        new(EventNumber.ReadyHoistsLimited, "ready-hoists-limited", "", Severity.Warning, "More hoists were to be kept ready than the plant has; all of them are.", "Ask for no more than the plant's hoists."),
        new(EventNumber.PowerLimited, "power-limited", "W", Severity.Warning, "The hoists cannot give the power asked for: travel, rating or number of hoists is short.", "Lower the set point, or change its direction."),
        new(EventNumber.PowerRestored, "power-restored", "W", Severity.Info, "The power asked for is given again.", ""),
        new(EventNumber.HoistEngaged, "hoist-engaged", "m", Severity.Info, "A hoist was given a share of the power; the value is its travel left.", ""),
        new(EventNumber.HoistReleased, "hoist-released", "m", Severity.Info, "A hoist is no longer needed; the value is its travel left.", ""),
        new(EventNumber.HoistRelieved, "hoist-relieved", "m", Severity.Info, "A hoist makes room for another, to keep depths apart or its reserve of travel; the value is its travel left.", ""),
        new(EventNumber.SpreadShort, "spread-short", "m", Severity.Info, "The weights are nearer to each other than the spread policy asks for: the power asked for leaves no choice of hoists. The value is their half-spread.", "Nothing while full power is wanted; ropes of one length damp each other less."),
        new(EventNumber.SpreadKept, "spread-kept", "m", Severity.Info, "The weights are as far apart again as the spread policy asks for.", ""),
        new(EventNumber.Reset, "reset", "", Severity.Info, "The reset key cleared latched reactions whose cause is gone.", ""),
        new(EventNumber.SetPointEnded, "set-point-ended", "W", Severity.Info, "A set point has held for its time and ended; the value is the power that was asked for.", "Ask again, or for longer with --for."),
        new(EventNumber.CycleSlip, "cycle-slip", "", Severity.Warning, "The controller's cycle began late; the value is the number of slips since it started.", "Run gravistore latency where this happens often."),
        new(EventNumber.Stopping, "stopping", "", Severity.Info, "The controller was told to end: it stops the plant, sets the brakes and ends.", ""),
        new(P.Start, "start", "", Severity.Info, "The controller has started; it begins tripped.", "Turn the reset key when the plant is ready."),
        new(P.OverspeedWarning, "overspeed-warning", "m/s", Severity.Warning, "A hoist is faster than its planned greatest speed.", "Watch the drive's speed control."),
        new(P.OverspeedStop, "overspeed-stop", "m/s", Severity.Trip, "Overspeed: the hoist is stopped under control.", "Find out why the drive left its reference before resetting."),
        new(P.OverspeedTrip, "overspeed-trip", "m/s", Severity.Trip, "Overspeed: the brakes stop the hoist.", "Inspect drive, gear and brakes before resetting."),
        new(P.Envelope, "envelope", "m/s", Severity.Trip, "A weight is too fast for the distance left to the end of its travel.", "Compare the position with the shaft's marks before resetting."),
        new(P.OverwindSoft, "overwind-soft", "m", Severity.Trip, "A weight is above its upper landing.", "Lower it to the landing in inspection mode."),
        new(P.OverwindHard, "overwind-hard", "m", Severity.Trip, "A weight is far above its upper landing.", "Inspect the headgear, then lower it in inspection mode."),
        new(P.UnderwindSoft, "underwind-soft", "m", Severity.Trip, "A weight is below its lower landing.", "Raise it to the landing in inspection mode."),
        new(P.UnderwindHard, "underwind-hard", "m", Severity.Trip, "A weight is far below its lower landing.", "Inspect the sump and the rope, then raise it in inspection mode."),
        new(P.OvertravelSwitch, "overtravel-switch", "m", Severity.Trip, "A weight has run onto an ultimate limit switch.", "Inspect the shaft; the switch is reset by hand."),
        new(P.SlackWarning, "slack-warning", "N", Severity.Warning, "The rope force is well below the static force.", "Watch the weight's travel; look for friction in the guides."),
        new(P.SlackTrip, "slack-trip", "N", Severity.Trip, "Slack rope: the brakes stop the hoist.", "Inspect guides and rope before moving; do not lower further."),
        new(P.Overload, "overload", "N", Severity.Trip, "The rope force exceeds its limit.", "Look for a jammed weight; inspect the rope before resetting."),
        new(P.BrakeNotLifted, "brake-not-lifted", "s", Severity.Trip, "A brake channel did not lift in time.", "Check pressure, release circuit and lift switches."),
        new(P.BrakeNotSet, "brake-not-set", "s", Severity.Trip, "A brake channel did not set in time.", "Keep the shaft clear; check pressure release and lift switches before anything else."),
        new(P.BrakeLost, "brake-lost", "", Severity.Trip, "A brake channel left its lifted position while the hoist was open.", "Look at the hard-wired chain's first-out and at the brake unit."),
        new(P.DriveFault, "drive-fault", "", Severity.Trip, "A drive has tripped; the value is its fault code.", "Read the fault in the drive's list, mend it, then reset."),
        new(P.DriveNotReady, "drive-not-ready", "s", Severity.Trip, "A drive did not reach operation, or left it, without reporting a fault.", "Check the drive's enable inputs and safe-torque-off."),
        new(P.TorqueNotProven, "torque-not-proven", "s", Severity.Trip, "A drive did not prove its torque in time; its brake stays closed.", "Check motor connection and torque limits."),
        new(P.DriveStale, "drive-stale", "s", Severity.Trip, "A drive's values are too old.", "Check the link to the drive."),
        new(P.DriveLost, "drive-lost", "s", Severity.Trip, "A drive no longer answers; its brakes stop the hoist.", "Check the link and the drive's supply."),
        new(P.IoStale, "io-stale", "s", Severity.Trip, "A hoist's input module no longer answers.", "Check the module's link and supply."),
        new(P.BrakeUnitStale, "brake-unit-stale", "s", Severity.Trip, "A brake unit no longer answers.", "Check the unit's link and supply."),
        new(P.MeterStale, "meter-stale", "s", Severity.Warning, "The grid meter no longer answers; power is no longer corrected to it.", "Check the meter's link."),
        new(P.WrongDirection, "wrong-direction", "m", Severity.Trip, "A weight has moved against its planned direction.", "Check the drive's direction and torque before resetting."),
        new(P.RollBack, "roll-back", "m", Severity.Trip, "A weight moved while its brake was opening.", "Check torque proving and the holding force fed forward."),
        new(P.SpeedDeviation, "speed-deviation", "m/s", Severity.Trip, "A hoist's speed left its plan.", "Look for torque or power limits in the drive, then for friction in the shaft."),
        new(P.EncoderDifference, "encoder-difference", "m", Severity.Trip, "Motor encoder and drum encoder disagree.", "Inspect shaft, coupling and gear before moving."),
        new(P.MagnetWarning, "magnet-warning", "m", Severity.Warning, "A weight's position differs from a shaft magnet.", "Check rope stretch and encoder; speed is limited."),
        new(P.MagnetTrip, "magnet-trip", "m", Severity.Trip, "A weight's position is far from a shaft magnet.", "Establish the position before resetting."),
        new(P.ChainOpen, "chain-open", "", Severity.Trip, "The hard-wired safety chain is open.", "Read the chain's own first-out; it closes with the reset key."),
        new(P.EmergencyStop, "emergency-stop", "", Severity.Trip, "An emergency stop is pressed.", "Release it when the danger is over, then reset."),
        new(P.BrakeUnitFault, "brake-unit-fault", "", Severity.Trip, "A brake unit reports a fault; the value holds its fault bits.", "Read the fault bits at the unit."),
        new(P.DiscHot, "disc-hot", "degC", Severity.Warning, "A brake disc is hot.", "Let it cool; look for a dragging brake."),
        new(P.Invariant, "invariant", "", Severity.Trip, "An output broke an invariant; a safe output was sent instead.", "Keep the record and report it."),
        new(P.InternalFault, "internal-fault", "", Severity.Trip, "The controller failed inside a cycle; a safe output was sent.", "Keep the record and report it."),
        new(P.RopeForceLost, "rope-force-lost", "", Severity.Trip, "A rope force transmitter gives no valid signal.", "Check its wiring: wire break or short."),
        new(P.PlantIoStale, "plant-io-stale", "s", Severity.Trip, "The plant's input module no longer answers; the chain's state is unknown.", "Check the module's link and supply."),
        new(P.DriveLocal, "drive-local", "", Severity.Trip, "A drive was taken over at its panel.", "Give it back to remote control, then reset."),
        new(P.PositionLost, "position-lost", "m", Severity.Trip, "A drum encoder reads a rope length that cannot be.", "Check the encoder and its zero count."),
        new(P.BrakeStopAsked, "brake-stop-asked", "", Severity.Trip, "An operator asked for a brake stop.", "Turn the reset key when its reason is gone."),
        new(P.CycleSlips, "cycle-slips", "", Severity.Trip, "The controller's cycles began late too often.", "Run gravistore latency; keep other programs off the controller's processor."),
    ];

    /// <summary>All events in ascending order of number.</summary>
    public static IReadOnlyList<EventInfo> All => Declared;

    /// <summary>The declaration of <paramref name="number"/>; an unknown number gives a declaration that says so.</summary>
    public static EventInfo Get(int number)
    {
        foreach (EventInfo info in Declared)
            if (info.Number == number) return info;
        return new EventInfo(number, "unknown", "", Severity.Info, $"Event {number} is not declared.", "");
    }
}
