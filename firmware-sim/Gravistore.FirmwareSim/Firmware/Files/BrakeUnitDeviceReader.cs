using Gravistore.Json;

namespace Gravistore.FirmwareSim.Firmware;

/// <summary>Reads a brake unit's data file, schema gravistore-brake-unit/1.</summary>
public static class BrakeUnitDeviceReader
{
    private const int LastOffset = 124;
    private static readonly ChoiceKey Schema = new("schema", "Kind and version of the file", "gravistore-brake-unit/1");
    private static readonly TextKey Name = new("name", "Short name");
    private static readonly TextKey Title = new("title", "What the device is");
    private static readonly IntegerKey MagicValue = new("magic", "Contents of the identifying register", 0, 65_535);
    private static readonly IntegerKey Address = new("address", "Wire address of the block", 0, 65_000);
    private static readonly IntegerKey Count = new("count", "Registers of the block", 1, 125);
    private static readonly IntegerKey Magic = new("magic", "Identifying register", 0, LastOffset);
    private static readonly IntegerKey Heartbeat = new("heartbeat", "Free-running counter, or the master's", 0, LastOffset);
    private static readonly IntegerKey State = new("state", "State", 0, LastOffset);
    private static readonly IntegerKey FaultBits = new("faultBits", "Fault bits", 0, LastOffset);
    private static readonly IntegerKey Pressure = new("pressure", "Pressure of channel A, channel B follows [bar x 10]", 0, LastOffset - 1);
    private static readonly IntegerKey DiscTemperature = new("discTemperature", "Disc temperature [deg C x 10]", 0, LastOffset);
    private static readonly IntegerKey OilTemperature = new("oilTemperature", "Oil temperature [deg C x 10]", 0, LastOffset);
    private static readonly IntegerKey ReleaseAck = new("releaseAck", "Lift switches", 0, LastOffset);
    private static readonly SectionKey ReadBlock = new("read",
        new SectionSpec("read", "Status block", Address, Count, Magic, Heartbeat, State, FaultBits, OilTemperature, ReleaseAck, Pressure, DiscTemperature));
    private static readonly IntegerKey Command = new("command", "Command", 0, LastOffset);
    private static readonly IntegerKey Counter = new("counter", "Command counter", 0, LastOffset);
    private static readonly SectionKey WriteBlock = new("write", new SectionSpec("write", "Command block", Address, Command, Counter, Heartbeat));
    private static readonly IntegerKey None = new("none", "No command", 0, 65_535);
    private static readonly IntegerKey Start = new("start", "Start, acknowledge", 0, 65_535);
    private static readonly IntegerKey Release = new("release", "Lift the brakes", 0, 65_535);
    private static readonly IntegerKey Apply = new("apply", "Apply, graded", 0, 65_535);
    private static readonly IntegerKey Full = new("full", "Apply at full force", 0, 65_535);
    private static readonly SectionKey Commands = new("commands", new SectionSpec("commands", "Command values", None, Start, Release, Apply, Full));
    private static readonly SectionSpec Root = new("brake unit", "A brake unit's register map", Schema, Name, Title, MagicValue, ReadBlock, WriteBlock, Commands);

    /// <summary>Reads the unit; errors are added to <paramref name="findings"/>.</summary>
    public static BrakeUnitDevice Read(JsonNode node, Findings findings)
    {
        Section root = Section.Bind(node, Root, findings);
        Section read = root.Sub(ReadBlock), write = root.Sub(WriteBlock), commands = root.Sub(Commands);
        CheckOffsets(read);
        return new BrakeUnitDevice
        {
            Name = root.Text(Name),
            Magic = root.Integer(MagicValue),
            ReadAddress = read.Integer(Address),
            ReadCount = read.Integer(Count),
            MagicOffset = read.Integer(Magic),
            HeartbeatOffset = read.Integer(Heartbeat),
            StateOffset = read.Integer(State),
            FaultBitsOffset = read.Integer(FaultBits),
            PressureOffset = read.Integer(Pressure),
            DiscTemperatureOffset = read.Integer(DiscTemperature),
            OilTemperatureOffset = read.Integer(OilTemperature),
            ReleaseAckOffset = read.Integer(ReleaseAck),
            WriteAddress = write.Integer(Address),
            CommandOffset = write.Integer(Command),
            CounterOffset = write.Integer(Counter),
            MasterHeartbeatOffset = write.Integer(Heartbeat),
            CommandNone = commands.Integer(None),
            CommandStart = commands.Integer(Start),
            CommandRelease = commands.Integer(Release),
            CommandApply = commands.Integer(Apply),
            CommandFull = commands.Integer(Full),
        };
    }

    private static void CheckOffsets(Section read)
    {
        int count = read.Integer(Count);
        foreach (IntegerKey key in (ReadOnlySpan<IntegerKey>)[Magic, Heartbeat, State, FaultBits, OilTemperature, ReleaseAck, DiscTemperature, Pressure])
        {
            int last = read.Integer(key) + (ReferenceEquals(key, Pressure) ? 1 : 0);
            if (last >= count) read.Error(key, DeviceErrors.BeyondBlock, $"'{key.Name}' lies behind the status block", $"0 to {count - 1}");
        }
    }
}
