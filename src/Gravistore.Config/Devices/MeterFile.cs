using Gravistore.Core.Parameters;
using Gravistore.Json;

namespace Gravistore.Config.Devices;

/// <summary>Device file of a grid meter.</summary>
internal static class MeterFile
{
    public const string SchemaText = "gravistore-meter/1";

    private static readonly string[] Codings = ["int16", "uint16", "int32", "uint32", "float32"];
    private static readonly ChoiceKey Schema = new("schema", "Kind and version of this file", SchemaText);
    private static readonly IntegerKey Function = new("function", "Modbus function: 3 holding, 4 input registers", 3, 4);
    private static readonly IntegerKey BlockAddress = new("blockAddress", "Wire address of the block that is polled", 0, 65535);
    private static readonly IntegerKey BlockCount = new("blockCount", "Registers in the block", 1, DeviceKeys.MaxReadCount);
    private static readonly IntegerKey Offset = new("offset", "Offset from the block's address, registers", -65535, 65535);
    private static readonly ChoiceKey Coding = new("coding", "How the quantity is coded", Codings);
    private static readonly NumberKey Scale = new("scale", "Factor to W, Wh or Hz; negative where the meter counts import as positive", "", -1e6, 1e6);
    private static readonly IntegerKey ScaleFactorOffset = new("scaleFactorOffset", "Offset of a SunSpec scale factor (power of ten), -1 for none", -1, 65535);
    private static readonly SectionSpec Quantity = new("quantity", "One quantity", Offset, Coding, Scale, ScaleFactorOffset);
    private static readonly SectionKey Power = new("power", Quantity with { Description = "Active power, export positive, W" });
    private static readonly SectionKey Frequency = new("frequency", Quantity with { Description = "Grid frequency, Hz" });
    private static readonly SectionKey EnergyExported = new("energyExported", Quantity with { Description = "Energy exported, Wh" }) { Required = false };
    private static readonly SectionKey EnergyImported = new("energyImported", Quantity with { Description = "Energy imported, Wh" }) { Required = false };
    private static readonly NumberListKey Values = new("values", "Register values", "", 0, 65535) { MinCount = 1 };
    private static readonly SectionListKey Constants = new("constants", "Registers that never change: identification, scale factors", new SectionSpec("constant", "Registers from an offset on", Offset, Values)) { Required = false };

    public static readonly SectionSpec Root = new("meter", "A grid meter as data",
        Schema, DeviceKeys.Name, DeviceKeys.Title, Function, BlockAddress, BlockCount, DeviceKeys.WordOrder, Power, Frequency, EnergyExported, EnergyImported, Constants);

    public static MeterProfile Read(Section root)
    {
        int count = root.Integer(BlockCount);
        Check(root.Sub(Power), count);
        Check(root.Sub(Frequency), count);
        return new MeterProfile
        {
            Name = root.Text(DeviceKeys.Name),
            Function = root.Integer(Function),
            BlockAddress = root.Integer(BlockAddress),
            BlockCount = count,
            WordOrder = DeviceKeys.ReadWordOrder(root),
            Power = ReadQuantity(root.Sub(Power)),
            Frequency = ReadQuantity(root.Sub(Frequency)),
        };
    }

    private static MeterQuantity ReadQuantity(Section s) => new(s.Integer(Offset), CodingOf(s), s.Number(Scale), s.Integer(ScaleFactorOffset));

    private static MeterCoding CodingOf(Section s) => s.Choice(Coding) switch
    {
        "int16" => MeterCoding.Int16,
        "uint16" => MeterCoding.UInt16,
        "int32" => MeterCoding.Int32,
        "uint32" => MeterCoding.UInt32,
        _ => MeterCoding.Float32,
    };

    private static void Check(Section quantity, int count)
    {
        int words = CodingOf(quantity) is MeterCoding.Int16 or MeterCoding.UInt16 ? 1 : 2;
        if (quantity.Integer(Offset) < 0) quantity.Error(Offset, ConfigErrors.DeviceMap, "the offset lies before the block", $"0 to {count - words}");
        DeviceKeys.CheckInside(quantity, Offset, words, count);
        DeviceKeys.CheckInside(quantity, ScaleFactorOffset, 1, count);
        if (quantity.Number(Scale) == 0) quantity.Error(Scale, ConfigErrors.DeviceMap, "the scale is 0, every value would be lost");
    }
}
