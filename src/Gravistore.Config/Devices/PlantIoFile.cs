using Gravistore.Core.Parameters;
using Gravistore.Json;

namespace Gravistore.Config.Devices;

/// <summary>Device file of the plant's input and output module.</summary>
internal static class PlantIoFile
{
    public const string SchemaText = "gravistore-plant-io/1";

    private static readonly ChoiceKey Schema = new("schema", "Kind and version of this file", SchemaText);
    private static readonly IntegerKey Digital = DeviceKeys.Offset("digital", "Word of the digital inputs");
    private static readonly IntegerKey LifeCounter = DeviceKeys.Offset("lifeCounter", "Free-running counter");
    private static readonly SectionKey ReadBlock = new("read", new SectionSpec("read", "The block that is read", DeviceKeys.Address, DeviceKeys.Count, Digital, LifeCounter));
    private static readonly SectionKey ChainClosed = Input("chainClosed", "The hard-wired chain is closed");
    private static readonly SectionKey EmergencyStop = Input("emergencyStop", "An emergency stop is pressed");
    private static readonly SectionKey ResetKey = Input("resetKey", "The reset key is turned");
    private static readonly SectionKey Overspeed = Input("overspeed", "The chain's own overspeed device has tripped");
    private static readonly SectionKey[] Inputs = [ChainClosed, EmergencyStop, ResetKey, Overspeed];
    private static readonly SectionKey Bits = new("digital", new SectionSpec("digital", "The digital inputs", [.. Inputs]));
    private static readonly IntegerKey WatchdogBit = new("watchdogBit", "Output bit that must toggle", 0, 15);
    private static readonly IntegerKey NoTripRequestBit = new("noTripRequestBit", "Output bit that is 1 while no trip is asked for", 0, 15);
    private static readonly SectionKey WriteBlock = new("write", new SectionSpec("write", "The word that is written", DeviceKeys.Address, WatchdogBit, NoTripRequestBit));

    public static readonly SectionSpec Root = new("plant-io", "The plant's input and output module", Schema, DeviceKeys.Name, DeviceKeys.Title, ReadBlock, Bits, WriteBlock);

    public static PlantIoProfile Read(Section root)
    {
        Section read = root.Sub(ReadBlock), bits = root.Sub(Bits), write = root.Sub(WriteBlock);
        Check(read, bits, write);
        return new PlantIoProfile
        {
            Name = root.Text(DeviceKeys.Name),
            ReadAddress = read.Integer(DeviceKeys.Address),
            ReadCount = read.Integer(DeviceKeys.Count),
            DigitalOffset = read.Integer(Digital),
            LifeCounterOffset = read.Integer(LifeCounter),
            ChainClosed = DeviceKeys.ReadDigital(bits, ChainClosed),
            EmergencyStop = DeviceKeys.ReadDigital(bits, EmergencyStop),
            ResetKey = DeviceKeys.ReadDigital(bits, ResetKey),
            Overspeed = DeviceKeys.ReadDigital(bits, Overspeed),
            WriteAddress = write.Integer(DeviceKeys.Address),
            WatchdogBit = write.Integer(WatchdogBit),
            NoTripRequestBit = write.Integer(NoTripRequestBit),
        };
    }

    private static void Check(Section read, Section bits, Section write)
    {
        int count = read.Integer(DeviceKeys.Count);
        DeviceKeys.CheckInside(read, Digital, 1, count);
        DeviceKeys.CheckInside(read, LifeCounter, 1, count);
        DeviceKeys.CheckApart(write, DeviceKeys.Address, 1, read.Integer(DeviceKeys.Address), count);
        DeviceKeys.CheckBits(bits, Inputs);
        if (write.Integer(WatchdogBit) == write.Integer(NoTripRequestBit))
            write.Error(NoTripRequestBit, ConfigErrors.DeviceMap, $"bit {write.Integer(WatchdogBit)} carries 'watchdogBit' already");
    }

    private static SectionKey Input(string name, string description) => new(name, DeviceKeys.DigitalInput with { Description = description });
}
