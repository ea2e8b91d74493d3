using Gravistore.Core.Parameters;
using Gravistore.Json;

namespace Gravistore.Config.Devices;

/// <summary>Device file of a brake unit.</summary>
internal static class BrakeUnitFile
{
    public const string SchemaText = "gravistore-brake-unit/1";

    private static readonly ChoiceKey Schema = new("schema", "Kind and version of this file", SchemaText);
    private static readonly IntegerKey Magic = new("magic", "Number in the first register that identifies the unit", 1, 65535);
    private static readonly IntegerKey MagicOffset = DeviceKeys.Offset("magic", "Identifying number");
    private static readonly IntegerKey Heartbeat = DeviceKeys.Offset("heartbeat", "Free-running counter");
    private static readonly IntegerKey State = DeviceKeys.Offset("state", "State of the unit");
    private static readonly IntegerKey FaultBits = DeviceKeys.Offset("faultBits", "Fault bits");
    private static readonly IntegerKey OilTemperature = DeviceKeys.Offset("oilTemperature", "Oil temperature, deg C x 10");
    private static readonly IntegerKey ReleaseAck = DeviceKeys.Offset("releaseAck", "Bit 0 channel A lifted, bit 1 channel B lifted");
    private static readonly IntegerKey Pressure = DeviceKeys.Offset("pressure", "Pressure of channel A, bar x 10; channel B follows");
    private static readonly IntegerKey DiscTemperature = DeviceKeys.Offset("discTemperature", "Disc temperature, deg C x 10");
    private static readonly SectionKey ReadBlock = new("read", new SectionSpec("read", "The block that is read",
        DeviceKeys.Address, DeviceKeys.Count, MagicOffset, Heartbeat, State, FaultBits, OilTemperature, ReleaseAck, Pressure, DiscTemperature));
    private static readonly IntegerKey CommandOffset = new("command", "Offset of the command word", 0, 2);
    private static readonly IntegerKey CounterOffset = new("counter", "Offset of the command's counter", 0, 2);
    private static readonly IntegerKey WriteHeartbeat = new("heartbeat", "Offset of the controller's heartbeat", 0, 2);
    private static readonly SectionKey WriteBlock = new("write", new SectionSpec("write", "The block that is written", DeviceKeys.Address, CommandOffset, CounterOffset, WriteHeartbeat));
    private static readonly IntegerKey None = new("none", "No command", 0, 65535);
    private static readonly IntegerKey Start = new("start", "Start the pump", 0, 65535);
    private static readonly IntegerKey Release = new("release", "Release the brakes", 0, 65535);
    private static readonly IntegerKey Apply = new("apply", "Apply them graded", 0, 65535);
    private static readonly IntegerKey Full = new("full", "Apply them at full force", 0, 65535);
    private static readonly SectionKey Commands = new("commands", new SectionSpec("commands", "Command words", None, Start, Release, Apply, Full));

    public static readonly SectionSpec Root = new("brake-unit", "The register map of a brake unit", Schema, DeviceKeys.Name, DeviceKeys.Title, Magic, ReadBlock, WriteBlock, Commands);

    public static BrakeUnitProfile Read(Section root)
    {
        Section read = root.Sub(ReadBlock), write = root.Sub(WriteBlock), commands = root.Sub(Commands);
        Check(read, write, commands);
        return new BrakeUnitProfile
        {
            Name = root.Text(DeviceKeys.Name),
            Magic = root.Integer(Magic),
            ReadAddress = read.Integer(DeviceKeys.Address),
            ReadCount = read.Integer(DeviceKeys.Count),
            MagicOffset = read.Integer(MagicOffset),
            HeartbeatOffset = read.Integer(Heartbeat),
            StateOffset = read.Integer(State),
            FaultBitsOffset = read.Integer(FaultBits),
            PressureOffset = read.Integer(Pressure),
            DiscTemperatureOffset = read.Integer(DiscTemperature),
            OilTemperatureOffset = read.Integer(OilTemperature),
            ReleaseAckOffset = read.Integer(ReleaseAck),
            WriteAddress = write.Integer(DeviceKeys.Address),
            CommandNone = commands.Integer(None),
            CommandStart = commands.Integer(Start),
            CommandRelease = commands.Integer(Release),
            CommandApply = commands.Integer(Apply),
            CommandFull = commands.Integer(Full),
        };
    }

    private static void Check(Section read, Section write, Section commands)
    {
        int count = read.Integer(DeviceKeys.Count);
        foreach (IntegerKey offset in new[] { MagicOffset, Heartbeat, State, FaultBits, OilTemperature, ReleaseAck, DiscTemperature })
            DeviceKeys.CheckInside(read, offset, 1, count);
        DeviceKeys.CheckInside(read, Pressure, 2, count);
        // The controller writes command, counter and heartbeat in this order in one message.
        CheckOrder(write, CommandOffset, 0);
        CheckOrder(write, CounterOffset, 1);
        CheckOrder(write, WriteHeartbeat, 2);
        DeviceKeys.CheckApart(write, DeviceKeys.Address, 3, read.Integer(DeviceKeys.Address), count);
        HashSet<int> seen = [];
        foreach (IntegerKey command in new[] { None, Start, Release, Apply, Full })
            if (!seen.Add(commands.Integer(command))) commands.Error(command, ConfigErrors.DeviceMap, $"command {commands.Integer(command)} has another meaning already");
    }

    private static void CheckOrder(Section write, IntegerKey key, int wanted)
    {
        if (write.Integer(key) != wanted) write.Error(key, ConfigErrors.DeviceMap, "command, counter and heartbeat are written in this order", JsonText.Number(wanted));
    }
}
