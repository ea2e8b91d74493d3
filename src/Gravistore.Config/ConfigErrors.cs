using Gravistore.Json;

namespace Gravistore.Config;

/// <summary>The error numbers of plant and device files beyond what the strict reader finds by itself.</summary>
public static class ConfigErrors
{
    public static readonly ErrorInfo UnknownKind = new("GS-C001", "unknown kind of file", "The \"schema\" key does not name a kind of file this program reads.", "correct the \"schema\" key or name another file");
    public static readonly ErrorInfo UnknownSchema = new("GS-C002", "unknown schema", "No schema has this name.", "choose one of the allowed names");
    public static readonly ErrorInfo Override = new("GS-C003", "override not understood", "An override is not SCOPE.PATH=VALUE.", "write for example --set plant.motion.maxSpeedMps=0.5");
    public static readonly ErrorInfo DeviceMissing = new("GS-C004", "device file missing", "No device file of this name lies in the device folder.", "name one that is there, or add the file");
    public static readonly ErrorInfo DeviceName = new("GS-C005", "device name differs from its file", "A device file must carry the name of its device.", "rename one of the two");
    public static readonly ErrorInfo DeviceMap = new("GS-C006", "register map impossible", "An offset, bit or code of a device file contradicts another or lies outside its block.", "correct it from the device's manual");

    public static readonly ErrorInfo RopeSafety = new("GS-C010", "rope safety factor", "The ropes are too weak for the greatest load at the greatest length.", "take stronger or more ropes, a lighter weight or a shorter stroke");
    public static readonly ErrorInfo Brakes = new("GS-C011", "brakes too weak", "One brake channel must hold 1.5 times, both together 3 times the greatest static drum force.", "raise brakes.channelForceKN or lighten the weight");
    public static readonly ErrorInfo ShaftGeometry = new("GS-C020", "shaft geometry", "Landings, overtravel and shaft do not fit each other.", "correct the depths; all count downwards from the drum");
    public static readonly ErrorInfo MagnetPlace = new("GS-C021", "magnet outside the stroke", "A shaft magnet lies where no weight passes in normal service.", "place it between the landings");
    public static readonly ErrorInfo OvertravelStop = new("GS-C022", "overtravel too short", "A stop from creep speed after loss of torque does not end before the ultimate limit switch.", "lengthen shaft.overtravelM, lower motion.creepSpeedMps or strengthen the brakes");
    public static readonly ErrorInfo LimitOrder = new("GS-C023", "limits in the wrong order", "A milder limit lies beyond a harsher one.", "put the limits in ascending order");
    public static readonly ErrorInfo Envelope = new("GS-C024", "envelope trips in normal service", "The retardation envelope lies below the planned speed.", "lengthen motion.creepDistanceM or protection.overtravelHardM, lower the planned speeds, or take faster or stronger brakes");
    public static readonly ErrorInfo MaxSpeed = new("GS-C030", "rated power beyond the greatest speed", "The weight gives its rated power only above the greatest planned speed.", "raise motion.maxSpeedMps, take a heavier weight, or lower hoists.ratedPowerKW");
    public static readonly ErrorInfo Torque = new("GS-C031", "load beyond the drives' torque", "The greatest torque does not carry the greatest static force and planned acceleration with reserve.", "raise drive.maxTorquePercent within the motor's ability, lower motion.accelerationMps2, or take a lighter weight or a larger motor");
    public static readonly ErrorInfo TorqueScaling = new("GS-C032", "torque scaling", "The drives' torque scaling (46.03) cannot represent the greatest torque (30.20).", "raise drive.torqueScalingPercent to drive.maxTorquePercent or more");
    public static readonly ErrorInfo SpeedScaling = new("GS-C033", "speed scaling", "The drives' speed scaling (46.01) cannot represent the overspeed trip.", "raise drive.speedScalingRpm");
    public static readonly ErrorInfo DriveParameter = new("GS-C034", "drive parameter range", "The drive does not accept this value.", "stay within the drive's range");
    public static readonly ErrorInfo EncoderRange = new("GS-C035", "drum encoder overflows", "The drum encoder's count leaves its 31-bit range within the shaft.", "choose drum.encoderZeroCount and drum.encoderCountsPerTurn so that every depth has a positive count");
    public static readonly ErrorInfo LoadCellRange = new("GS-C036", "load cell range", "The load cell cannot show the overload limit.", "take a load cell of a greater range");
    public static readonly ErrorInfo SpreadTravel = new("GS-C037", "spread leaves no travel", "The spread of depths and the reserve together need more travel than the charge leaves.", "lower dispatch.spreadMiddleM, dispatch.spreadEndsM or dispatch.reserveS");
    public static readonly ErrorInfo GeneratingLimit = new("GS-C038", "generating power limit", "A drive that holds its generating power at a limit lets torque fall as speed rises: a lowering weight runs away.", "set parameter 30.27 of the drives and drive.generatingPowerLimitPercent to 0; where power must be watched, let a supervision trip the drive");
    public static readonly ErrorInfo OverloadTight = new("GS-C040", "overload limit tight", "A normal start with rope bounce comes near the overload limit.", "lower motion.accelerationMps2 or take stronger ropes") { Severity = FindingSeverity.Warning };
    public static readonly ErrorInfo SlackTight = new("GS-C041", "slack limit tight", "A normal start with rope bounce comes near the slack warning.", "lower motion.accelerationMps2") { Severity = FindingSeverity.Warning };
    public static readonly ErrorInfo MotorRating = new("GS-C042", "motor rating", "Rated torque and base force disagree.", "rated torque = base force x drum radius / gear ratio, unless the motor is chosen larger on purpose") { Severity = FindingSeverity.Warning };
    public static readonly ErrorInfo BrakeSlow = new("GS-C043", "brake feedback time", "The brakes need longer to open than their feedback may take.", "raise protection.brakeFeedbackS above brakes.openingTimeS");
    public static readonly ErrorInfo LinkAddress = new("GS-C050", "two devices on one address", "Two devices of a links file answer at the same host, port and unit, so their register maps overlap.", "give each device a unit or a port of its own");
    public static readonly ErrorInfo LinkTwice = new("GS-C051", "device given twice", "A links file names a device twice, or two devices for one place.", "remove one of the two, or correct its kind, hoist or name");
    public static readonly ErrorInfo LinkMissing = new("GS-C052", "device missing from the links", "A links file says nothing of a device that the plant has.", "add it; every hoist has a drive, a brake-unit and a hoist-io, a plant has a meter and a plant-io");
    public static readonly ErrorInfo LinkHoist = new("GS-C053", "hoist of a device", "A device of a links file names a hoist that the plant does not have, or a hoist where none belongs, or none where one does.", "give \"hoist\" from 1 for a drive, brake-unit or hoist-io, and for nothing else");
    public static readonly ErrorInfo LinkPlant = new("GS-C054", "links of another plant", "A links file names a plant that does not exist or is not the one to be run.", "name the links of this plant, or correct \"plant\"");
    public static readonly ErrorInfo LinkTiming = new("GS-C055", "times of links contradict each other", "The longest pause between attempts to connect is shorter than the first.", "raise timing.reconnectLastMs or lower timing.reconnectFirstMs");
    public static readonly ErrorInfo LinkPlace = new("GS-C060", "place of a device", "A device of a links file needs a bus, or host and port, and not both.", "give \"bus\" for a device on RS-485, \"host\" and \"port\" for one on TCP");
    public static readonly ErrorInfo BusFormat = new("GS-C061", "rate or cycle of a line", "An RS-485 line is given a rate that serial ports do not have, or a cycle that the loop cannot keep.", "take one of the rates, and a cycle of whole tens of milliseconds");
    public static readonly ErrorInfo BusUnknown = new("GS-C062", "line and device do not find each other", "A device names an RS-485 line that is not there, or a line has no device.", "correct \"bus\", or add or remove the line");
    public static readonly ErrorInfo BusUnit = new("GS-C063", "unit on a line", "On an RS-485 line a device has an address of its own.", "give the unit that is set in the device");
    public static readonly ErrorInfo BusTwice = new("GS-C064", "line given twice", "Two RS-485 lines have one name or one port.", "remove one of the two, or correct its name or path");
    public static readonly ErrorInfo BusBudget = new("GS-C065", "line too slow for its devices", "Asking all devices of an RS-485 line once takes longer than its cycle.", "raise cycleMs or baud, or spread the devices over more lines");
    public static readonly ErrorInfo BusPatience = new("GS-C066", "line too slow for the plant", "The cycle of an RS-485 line is longer than the plant can wait for a device on it.", "lower cycleMs, raise baud, spread the devices over more lines, or give the plant more patience where it can have it");
    public static readonly ErrorInfo BusNear = new("GS-C067", "line nearly full", "Asking all devices of an RS-485 line once takes nearly its whole cycle, so that any trouble delays the next round.", "raise cycleMs or baud, or spread the devices over more lines") { Severity = FindingSeverity.Warning };
    public static readonly ErrorInfo WiringPlant = new("GS-C070", "wiring contradicts the plant", "A wiring file names a plant that does not exist or is not the one to be run, or a value that the plant file says otherwise.", "name the wiring of this plant, or correct what differs");
    public static readonly ErrorInfo WiringHoist = new("GS-C071", "hoist of a wired signal", "A wired signal names a hoist that the plant does not have, or a hoist where none belongs, or none where one does.", "give \"hoist\" from 1 for a signal of a hoist, and for nothing else");
    public static readonly ErrorInfo WiringTerminal = new("GS-C072", "no such terminal", "A wired signal ends nowhere, at two places, or at a board that is not there or of another kind.", "name a line, or a board of the right kind with its pin or channel");
    public static readonly ErrorInfo WiringTwice = new("GS-C073", "claimed twice", "A line, pin, channel, address, name or signal stands twice in a wiring file.", "remove one of the two, or correct it");
    public static readonly ErrorInfo WiringMissing = new("GS-C074", "signal not wired", "Some signals of a module are wired and others are not, so that its image would come from two places.", "wire all of them, or none");
    public static readonly ErrorInfo WiringPolarity = new("GS-C075", "broken wire not seen", "A single contact is wired so that a broken wire reads as if all were well.", "turn the contact's sense, or wire a pair");
    public static readonly ErrorInfo WiringBus = new("GS-C076", "board cannot work there", "A board has an address that its kind does not have, another clock than its bus, or a poll too slow for what is on it.", "correct it from the board's data sheet and the machine's settings");
    public static readonly ErrorInfo WiringLoad = new("GS-C077", "bus too busy", "The boards on a bus keep it busy for more than 70 % of the time.", "poll more slowly, raise the bus's clock, or move boards to another bus");

    /// <summary>All of them, in ascending order.</summary>
    public static IReadOnlyList<ErrorInfo> All { get; } =
    [
        UnknownKind, UnknownSchema, Override, DeviceMissing, DeviceName, DeviceMap, RopeSafety, Brakes, ShaftGeometry, MagnetPlace, OvertravelStop, LimitOrder, Envelope,
        MaxSpeed, Torque, TorqueScaling, SpeedScaling, DriveParameter, EncoderRange, LoadCellRange, SpreadTravel, GeneratingLimit, OverloadTight, SlackTight, MotorRating, BrakeSlow,
        LinkAddress, LinkTwice, LinkMissing, LinkHoist, LinkPlant, LinkTiming, LinkPlace, BusFormat, BusUnknown, BusUnit, BusTwice, BusBudget, BusPatience, BusNear,
        WiringPlant, WiringHoist, WiringTerminal, WiringTwice, WiringMissing, WiringPolarity, WiringBus, WiringLoad,
    ];
}
