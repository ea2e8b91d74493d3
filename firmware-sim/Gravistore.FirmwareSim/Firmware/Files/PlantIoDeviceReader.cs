using Gravistore.Json;

namespace Gravistore.FirmwareSim.Firmware;

/// <summary>Reads the data file of the plant's module, schema gravistore-plant-io/1.</summary>
public static class PlantIoDeviceReader
{
    private static readonly ChoiceKey Schema = new("schema", "Kind and version of the file", "gravistore-plant-io/1");
    private static readonly TextKey Name = new("name", "Short name");
    private static readonly TextKey Title = new("title", "What the device is");
    private static readonly IntegerKey Address = new("address", "Wire address of the block", 0, 65_000);
    private static readonly IntegerKey Count = new("count", "Registers of the block", 1, 125);
    private static readonly IntegerKey Digital = new("digital", "Digital word", 0, 124);
    private static readonly IntegerKey LifeCounter = new("lifeCounter", "Free-running counter", 0, 124);
    private static readonly SectionKey ReadBlock = new("read", new SectionSpec("read", "Block", Address, Count, Digital, LifeCounter));
    private static readonly SectionKey ChainClosed = DigitalLineReader.Key("chainClosed", "The chain is closed");
    private static readonly SectionKey EmergencyStop = DigitalLineReader.Key("emergencyStop", "An emergency stop button is pressed");
    private static readonly SectionKey ResetKey = DigitalLineReader.Key("resetKey", "The reset key is turned");
    private static readonly SectionKey Overspeed = DigitalLineReader.Key("overspeed", "An overspeed relay has tripped");
    private static readonly SectionKey Lines = new("digital", new SectionSpec("digital", "Wires", ChainClosed, EmergencyStop, ResetKey, Overspeed));
    private static readonly IntegerKey WatchdogBit = new("watchdogBit", "Output that must toggle", 0, 15);
    private static readonly IntegerKey NoTripRequestBit = new("noTripRequestBit", "Output that is 1 while no trip is asked for", 0, 15);
    private static readonly SectionKey WriteBlock = new("write", new SectionSpec("write", "Output register", Address, WatchdogBit, NoTripRequestBit));
    private static readonly SectionSpec Root = new("plant module", "The plant's module", Schema, Name, Title, ReadBlock, Lines, WriteBlock);

    /// <summary>Reads the module; errors are added to <paramref name="findings"/>.</summary>
    public static PlantIoDevice Read(JsonNode node, Findings findings)
    {
        Section root = Section.Bind(node, Root, findings);
        Section read = root.Sub(ReadBlock), write = root.Sub(WriteBlock), lines = root.Sub(Lines);
        int last = Math.Max(read.Integer(Digital), read.Integer(LifeCounter));
        if (last >= read.Integer(Count)) read.Error(Count, DeviceErrors.BeyondBlock, $"the block ends before register {last}", $"{last + 1} or more");
        if (write.Integer(WatchdogBit) == write.Integer(NoTripRequestBit)) write.Error(NoTripRequestBit, DeviceErrors.DuplicateBit, "both outputs use the same bit");
        DigitalLineReader reader = new();
        return new PlantIoDevice
        {
            Name = root.Text(Name),
            ReadAddress = read.Integer(Address),
            ReadCount = read.Integer(Count),
            DigitalOffset = read.Integer(Digital),
            LifeCounterOffset = read.Integer(LifeCounter),
            ChainClosed = reader.Read(lines, ChainClosed),
            EmergencyStop = reader.Read(lines, EmergencyStop),
            ResetKey = reader.Read(lines, ResetKey),
            Overspeed = reader.Read(lines, Overspeed),
            WriteAddress = write.Integer(Address),
            WatchdogBit = write.Integer(WatchdogBit),
            NoTripRequestBit = write.Integer(NoTripRequestBit),
        };
    }
}
