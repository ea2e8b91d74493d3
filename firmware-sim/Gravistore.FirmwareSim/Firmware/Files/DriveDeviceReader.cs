using System.Globalization;
using Gravistore.Json;

namespace Gravistore.FirmwareSim.Firmware;

/// <summary>Reads a drive's data file, schema gravistore-drive/1.</summary>
public static class DriveDeviceReader
{
    private static readonly ChoiceKey Schema = new("schema", "Kind and version of the file", "gravistore-drive/1");
    private static readonly TextKey Name = new("name", "Short name");
    private static readonly TextKey Title = new("title", "What the device is");
    private static readonly IntegerKey WriteAddress = new("writeAddress", "Wire address of control word, REF1, REF2", 0, 65_000);
    private static readonly IntegerKey ReadAddress = new("readAddress", "Wire address of the status block", 0, 65_000);
    private static readonly IntegerKey ReadCount = new("readCount", "Registers of the status block", 4, 125);
    private static readonly SectionKey Cyclic = new("cyclic", new SectionSpec("cyclic", "Cyclic blocks", WriteAddress, ReadAddress, ReadCount));
    private static readonly IntegerKey SpeedCounts = new("speedCounts", "Counts of full-scale speed", 1, 32_767);
    private static readonly IntegerKey TorqueCounts = new("torqueCounts", "Counts of full-scale torque", 1, 32_767);
    private static readonly SectionKey Scaling = new("scaling", new SectionSpec("scaling", "Full scales", SpeedCounts, TorqueCounts));
    private static readonly ChoiceKey WordOrder = new("wordOrder", "Order of the registers of a 32-bit value", "low-first", "high-first");
    private static readonly IntegerKey LifeCounter = new("lifeCounter", "Free-running counter", 0, 124);
    private static readonly IntegerKey DrumPositionLow = new("drumPositionLow", "Drum encoder, low word", 0, 124);
    private static readonly IntegerKey DrumPositionHigh = new("drumPositionHigh", "Drum encoder, high word", 0, 124);
    private static readonly IntegerKey FaultCode = new("faultCode", "Tripping fault", 0, 124);
    private static readonly SectionKey ReadOffsets = new("readOffsets",
        new SectionSpec("readOffsets", "Places in the status block", LifeCounter, DrumPositionLow, DrumPositionHigh, FaultCode));
    private static readonly IntegerKey BrakeOpenCommand = new("brakeOpenCommand", "Bit of the brake relay", 0, 15);
    private static readonly IntegerKey Modulating = new("modulating", "Bit of modulation", 0, 15);
    private static readonly SectionKey StatusBits = new("statusBits", new SectionSpec("statusBits", "Bits of the status word", BrakeOpenCommand, Modulating));

    private static readonly IntegerKey Group = new("group", "Number before the point", 1, 99);
    private static readonly IntegerKey Index = new("index", "Number after the point", 1, 99);
    private static readonly TextKey Unit = new("unit", "Unit, 1 for codes");
    private static readonly IntegerKey Bits = new("bits", "Size of the register value: 16 or 32", 16, 32);
    private static readonly NumberKey CountsPerUnit = new("countsPerUnit", "Counts for one unit", "", 1e-6, 1e6);
    private static readonly FlagKey Writable = new("writable", "A master may write it");
    private static readonly NumberKey Minimum = new("minimum", "Smallest value", "", -1e10, 1e10);
    private static readonly NumberKey Maximum = new("maximum", "Greatest value", "", -1e10, 1e10);
    private static readonly NumberKey Default = new("default", "Value at power-up", "", -1e10, 1e10);
    private static readonly TextKey Source = new("source", "Where it comes from");
    private static readonly SectionSpec Parameter = new("parameter", "One parameter", Group, Index, Name, Unit, Bits, CountsPerUnit, Writable, Minimum, Maximum, Default, Source);
    private static readonly SectionListKey Parameters = new("parameters", "Parameters", Parameter);

    private static readonly TextKey Code = new("code", "Code in hexadecimal") { Pattern = "[0-9A-F]{4}", PatternText = "four hexadecimal digits, such as 71A3" };
    private static readonly ChoiceKey Kind = new("kind", "Fault or warning", "fault", "warning");
    private static readonly TextKey Cure = new("cure", "What to do");
    private static readonly SectionListKey Faults = new("faults", "Faults and warnings", new SectionSpec("fault", "One fault or warning", Code, Name, Kind, Cure, Source));

    private static readonly SectionSpec Root = new("drive", "A drive in the ABB Drives profile",
        Schema, Name, Title, Cyclic, Scaling, WordOrder, ReadOffsets, StatusBits, Parameters, Faults);

    /// <summary>Reads the drive; errors are added to <paramref name="findings"/>.</summary>
    public static DriveDevice Read(JsonNode node, Findings findings)
    {
        Section root = Section.Bind(node, Root, findings);
        CheckOffsets(root);
        return new DriveDevice
        {
            Name = root.Text(Name),
            WriteAddress = root.Sub(Cyclic).Integer(WriteAddress),
            ReadAddress = root.Sub(Cyclic).Integer(ReadAddress),
            ReadCount = root.Sub(Cyclic).Integer(ReadCount),
            SpeedCounts = root.Sub(Scaling).Integer(SpeedCounts),
            TorqueCounts = root.Sub(Scaling).Integer(TorqueCounts),
            LowWordFirst = root.Choice(WordOrder) == "low-first",
            LifeCounterOffset = root.Sub(ReadOffsets).Integer(LifeCounter),
            DrumPositionLowOffset = root.Sub(ReadOffsets).Integer(DrumPositionLow),
            DrumPositionHighOffset = root.Sub(ReadOffsets).Integer(DrumPositionHigh),
            FaultCodeOffset = root.Sub(ReadOffsets).Integer(FaultCode),
            BrakeOpenCommandBit = root.Sub(StatusBits).Integer(BrakeOpenCommand),
            ModulatingBit = root.Sub(StatusBits).Integer(Modulating),
            Parameters = ReadParameters(root),
            Faults = ReadFaults(root),
        };
    }

    private static void CheckOffsets(Section root)
    {
        int count = root.Sub(Cyclic).Integer(ReadCount);
        Section offsets = root.Sub(ReadOffsets);
        foreach (IntegerKey key in (ReadOnlySpan<IntegerKey>)[LifeCounter, DrumPositionLow, DrumPositionHigh, FaultCode])
        {
            if (offsets.Integer(key) >= count) offsets.Error(key, DeviceErrors.BeyondBlock, $"'{key.Name}' lies behind the status block", $"0 to {count - 1}");
        }
    }

    private static List<DriveParameter> ReadParameters(Section root)
    {
        List<DriveParameter> parameters = [];
        HashSet<int> numbers = [];
        foreach (Section entry in root.List(Parameters))
        {
            DriveParameter parameter = new(
                entry.Integer(Group), entry.Integer(Index), entry.Text(Name), entry.Text(Unit), entry.Integer(Bits), entry.Number(CountsPerUnit),
                entry.Flag(Writable), entry.Number(Minimum), entry.Number(Maximum), entry.Number(Default));
            if (parameter.Bits is not (16 or 32)) entry.Error(Bits, JsonErrors.OutOfRange, "'bits' is neither 16 nor 32", "16 or 32");
            if (!numbers.Add(parameter.Number)) entry.Error(Index, DeviceErrors.DuplicateParameter, $"parameter {parameter.Group:00}.{parameter.Index:00} is given twice");
            else parameters.Add(parameter);
            if (!(parameter.Minimum <= parameter.Default && parameter.Default <= parameter.Maximum))
            {
                entry.Error(Default, DeviceErrors.EmptyRange, FormattableString.Invariant($"{parameter.Default} is not between {parameter.Minimum} and {parameter.Maximum}"));
            }
        }
        foreach (int number in DriveNumber.Required)
        {
            if (!numbers.Contains(number)) root.Error(Parameters, DeviceErrors.MissingParameter, $"there is no parameter {number / 100:00}.{number % 100:00}");
        }
        return parameters;
    }

    private static List<DriveFaultText> ReadFaults(Section root)
    {
        List<DriveFaultText> faults = [];
        foreach (Section entry in root.List(Faults))
        {
            if (!int.TryParse(entry.Text(Code), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int code)) continue;
            faults.Add(new DriveFaultText(code, entry.Text(Name), entry.Choice(Kind) == "warning", entry.Text(Cure)));
        }
        foreach (int code in DriveFaultCode.All)
        {
            if (!faults.Exists(fault => fault.Code == code)) root.Error(Faults, DeviceErrors.MissingFault, $"the file does not describe {code:X4}");
        }
        return faults;
    }
}
