using Gravistore.Json;

namespace Gravistore.FirmwareSim.Firmware;

/// <summary>Reads the data file of a hoist's input module, schema gravistore-hoist-io/1.</summary>
public static class HoistIoDeviceReader
{
    private static readonly ChoiceKey Schema = new("schema", "Kind and version of the file", "gravistore-hoist-io/1");
    private static readonly TextKey Name = new("name", "Short name");
    private static readonly TextKey Title = new("title", "What the device is");
    private static readonly IntegerKey Address = new("address", "Wire address of the block", 0, 65_000);
    private static readonly IntegerKey Count = new("count", "Registers of the block", 1, 125);
    private static readonly IntegerKey Digital = new("digital", "Digital word", 0, 124);
    private static readonly IntegerKey LifeCounter = new("lifeCounter", "Free-running counter", 0, 124);
    private static readonly SectionKey ReadBlock = new("read", new SectionSpec("read", "Block", Address, Count, Digital, LifeCounter));
    private static readonly IntegerKey Register = new("register", "Place in the block", 0, 124);
    private static readonly IntegerKey CountsAt4mA = new("countsAt4mA", "Counts at 4 mA", -32_768, 32_767);
    private static readonly IntegerKey CountsAt20mA = new("countsAt20mA", "Counts at 20 mA", -32_768, 32_767);
    private static readonly SectionKey RopeForce = new("ropeForce", new SectionSpec("ropeForce", "Rope force, 4-20 mA", Register, CountsAt4mA, CountsAt20mA));
    private static readonly SectionKey BrakeALifted = DigitalLineReader.Key("brakeALifted", "Channel A lifted");
    private static readonly SectionKey BrakeBLifted = DigitalLineReader.Key("brakeBLifted", "Channel B lifted");
    private static readonly SectionKey BrakeASet = DigitalLineReader.Key("brakeASet", "Channel A set");
    private static readonly SectionKey BrakeBSet = DigitalLineReader.Key("brakeBSet", "Channel B set");
    private static readonly SectionKey UpperLanding = DigitalLineReader.Key("upperLanding", "Upper landing switch");
    private static readonly SectionKey LowerLanding = DigitalLineReader.Key("lowerLanding", "Lower landing switch");
    private static readonly SectionKey UpperOvertravel = DigitalLineReader.Key("upperOvertravel", "Upper ultimate limit struck");
    private static readonly SectionKey LowerOvertravel = DigitalLineReader.Key("lowerOvertravel", "Lower ultimate limit struck");
    private static readonly SectionKey SlackRope = DigitalLineReader.Key("slackRope", "Slack rope");
    private static readonly SectionKey Magnet = DigitalLineReader.Key("magnet", "Shaft magnet in front of the sensor");
    private static readonly SectionKey Lines = new("digital", new SectionSpec("digital", "Wires",
        BrakeALifted, BrakeBLifted, BrakeASet, BrakeBSet, UpperLanding, LowerLanding, UpperOvertravel, LowerOvertravel, SlackRope, Magnet));
    private static readonly SectionSpec Root = new("hoist module", "A hoist's input module", Schema, Name, Title, ReadBlock, RopeForce, Lines);

    /// <summary>Reads the module; errors are added to <paramref name="findings"/>.</summary>
    public static HoistIoDevice Read(JsonNode node, Findings findings)
    {
        Section root = Section.Bind(node, Root, findings);
        Section read = root.Sub(ReadBlock), force = root.Sub(RopeForce), lines = root.Sub(Lines);
        int last = Math.Max(force.Integer(Register), Math.Max(read.Integer(Digital), read.Integer(LifeCounter)));
        if (last >= read.Integer(Count)) read.Error(Count, DeviceErrors.BeyondBlock, $"the block ends before register {last}", $"{last + 1} or more");
        DigitalLineReader reader = new();
        return new HoistIoDevice
        {
            Name = root.Text(Name),
            ReadAddress = read.Integer(Address),
            ReadCount = read.Integer(Count),
            DigitalOffset = read.Integer(Digital),
            LifeCounterOffset = read.Integer(LifeCounter),
            RopeForceOffset = force.Integer(Register),
            CountsAt4mA = force.Integer(CountsAt4mA),
            CountsAt20mA = force.Integer(CountsAt20mA),
            BrakeALifted = reader.Read(lines, BrakeALifted),
            BrakeBLifted = reader.Read(lines, BrakeBLifted),
            BrakeASet = reader.Read(lines, BrakeASet),
            BrakeBSet = reader.Read(lines, BrakeBSet),
            UpperLanding = reader.Read(lines, UpperLanding),
            LowerLanding = reader.Read(lines, LowerLanding),
            UpperOvertravel = reader.Read(lines, UpperOvertravel),
            LowerOvertravel = reader.Read(lines, LowerOvertravel),
            SlackRope = reader.Read(lines, SlackRope),
            Magnet = reader.Read(lines, Magnet),
        };
    }
}
