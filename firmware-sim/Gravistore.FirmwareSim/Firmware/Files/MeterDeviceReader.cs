using Gravistore.Json;

namespace Gravistore.FirmwareSim.Firmware;

/// <summary>Reads a meter's data file, schema gravistore-meter/1.</summary>
public static class MeterDeviceReader
{
    private static readonly ChoiceKey Schema = new("schema", "Kind and version of the file", "gravistore-meter/1");
    private static readonly TextKey Name = new("name", "Short name");
    private static readonly TextKey Title = new("title", "What the device is");
    private static readonly IntegerKey Function = new("function", "Modbus function of the reading", 3, 4);
    private static readonly IntegerKey BlockAddress = new("blockAddress", "Wire address of the block", 0, 65_000);
    private static readonly IntegerKey BlockCount = new("blockCount", "Registers of the block", 1, 125);
    private static readonly ChoiceKey WordOrder = new("wordOrder", "Order of the registers of a 32-bit value", "low-first", "high-first");
    private static readonly IntegerKey Offset = new("offset", "Place from the block's address", -1_000, 1_000);
    private static readonly ChoiceKey Coding = new("coding", "Coding", "int16", "uint16", "int32", "uint32", "float32");
    private static readonly NumberKey Scale = new("scale", "Unit for one count", "", -1e6, 1e6);
    private static readonly IntegerKey ScaleFactorOffset = new("scaleFactorOffset", "Register with a power of ten, -1 = none", -1, 1_000);
    private static readonly Key[] Quantity = [Offset, Coding, Scale, ScaleFactorOffset];
    private static readonly SectionKey Power = new("power", new SectionSpec("power", "Active power, export positive [W]", Quantity));
    private static readonly SectionKey Frequency = new("frequency", new SectionSpec("frequency", "Frequency [Hz]", Quantity));
    private static readonly SectionKey EnergyExported = new("energyExported", new SectionSpec("energyExported", "Energy exported [Wh]", Quantity));
    private static readonly SectionKey EnergyImported = new("energyImported", new SectionSpec("energyImported", "Energy imported [Wh]", Quantity));
    private static readonly NumberListKey Values = new("values", "Contents", "", 0, 65_535) { MinCount = 1, MaxCount = 125 };
    private static readonly SectionListKey Constants = new("constants", "Registers with fixed contents", new SectionSpec("constant", "Registers with fixed contents", Offset, Values));
    private static readonly SectionSpec Root = new("meter", "A grid meter's register map",
        Schema, Name, Title, Function, BlockAddress, BlockCount, WordOrder, Power, Frequency, EnergyExported, EnergyImported, Constants);

    /// <summary>Reads the meter; errors are added to <paramref name="findings"/>.</summary>
    public static MeterDevice Read(JsonNode node, Findings findings)
    {
        Section root = Section.Bind(node, Root, findings);
        return new MeterDevice
        {
            Name = root.Text(Name),
            BlockAddress = root.Integer(BlockAddress),
            BlockCount = root.Integer(BlockCount),
            LowWordFirst = root.Choice(WordOrder) == "low-first",
            Power = ReadQuantity(root.Sub(Power)),
            Frequency = ReadQuantity(root.Sub(Frequency)),
            EnergyExported = ReadQuantity(root.Sub(EnergyExported)),
            EnergyImported = ReadQuantity(root.Sub(EnergyImported)),
            Constants = ReadConstants(root),
        };
    }

    private static MeterRegister ReadQuantity(Section section)
    {
        MeterRegisterCoding coding = section.Choice(Coding) switch
        {
            "int16" => MeterRegisterCoding.Int16,
            "uint16" => MeterRegisterCoding.UInt16,
            "int32" => MeterRegisterCoding.Int32,
            "uint32" => MeterRegisterCoding.UInt32,
            _ => MeterRegisterCoding.Float32,
        };
        double scale = section.Number(Scale);
        if (scale == 0.0) section.Error(Scale, JsonErrors.OutOfRange, "'scale' is 0: nothing could be shown", "any other number");
        return new MeterRegister(section.Integer(Offset), coding, scale, section.Integer(ScaleFactorOffset));
    }

    private static List<MeterConstant> ReadConstants(Section root)
    {
        List<MeterConstant> constants = [];
        foreach (Section entry in root.List(Constants))
        {
            List<int> values = [];
            foreach (double value in entry.Numbers(Values)) values.Add((int)value);
            constants.Add(new MeterConstant(entry.Integer(Offset), values));
        }
        return constants;
    }
}
