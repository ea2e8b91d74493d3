using System.Globalization;
using Gravistore.Core.Parameters;
using Gravistore.Json;

namespace Gravistore.Config.Devices;

/// <summary>Device file of a drive in the ABB Drives profile.</summary>
internal static class DriveFile
{
    public const string SchemaText = "gravistore-drive/1";

    private static readonly ChoiceKey Schema = new("schema", "Kind and version of this file", SchemaText);
    private static readonly IntegerKey WriteAddress = new("writeAddress", "Wire address of control word, speed and torque reference", 0, 65535);
    private static readonly IntegerKey ReadAddress = new("readAddress", "Wire address of the block that begins with status word, actual speed and torque", 0, 65535);
    private static readonly IntegerKey ReadCount = new("readCount", "Registers read every cycle", 3, DeviceKeys.MaxReadCount);
    private static readonly SectionKey Cyclic = new("cyclic", new SectionSpec("cyclic", "What is written and read every cycle", WriteAddress, ReadAddress, ReadCount));
    private static readonly IntegerKey SpeedCounts = new("speedCounts", "Counts of a full-scale speed reference (46.01)", 1, short.MaxValue);
    private static readonly IntegerKey TorqueCounts = new("torqueCounts", "Counts of a full-scale torque reference (46.03)", 1, short.MaxValue);
    private static readonly SectionKey Scaling = new("scaling", new SectionSpec("scaling", "Full-scale counts", SpeedCounts, TorqueCounts));
    private static readonly IntegerKey LifeCounter = DeviceKeys.Offset("lifeCounter", "Free-running counter");
    private static readonly IntegerKey DrumPositionLow = DeviceKeys.Offset("drumPositionLow", "Low word of the absolute drum encoder");
    private static readonly IntegerKey DrumPositionHigh = DeviceKeys.Offset("drumPositionHigh", "High word of the absolute drum encoder");
    private static readonly IntegerKey FaultCode = DeviceKeys.Offset("faultCode", "Tripping fault (04.01)");
    private static readonly SectionKey ReadOffsets = new("readOffsets", new SectionSpec("readOffsets", "Words of the read block besides the first three", LifeCounter, DrumPositionLow, DrumPositionHigh, FaultCode));
    private static readonly IntegerKey BrakeOpenCommand = new("brakeOpenCommand", "Status word bit that follows 44.01 bit 0, the brake open command", 0, 15);
    private static readonly IntegerKey Modulating = new("modulating", "Status word bit set while the inverter modulates", 0, 15);
    private static readonly SectionKey StatusBits = new("statusBits", new SectionSpec("statusBits", "Status word bits of this configuration", BrakeOpenCommand, Modulating));

    private static readonly IntegerKey Group = new("group", "Parameter group", 1, 255);
    private static readonly IntegerKey Index = new("index", "Index in the group", 1, 255);
    private static readonly TextKey ParameterName = new("name", "Meaning of the parameter");
    private static readonly TextKey Unit = new("unit", "Unit, may be empty") { AllowEmpty = true };
    private static readonly IntegerKey Bits = new("bits", "16 or 32", 16, 32);
    private static readonly NumberKey CountsPerUnit = new("countsPerUnit", "Register counts per unit", "", 1e-3, 1e6);
    private static readonly FlagKey Writable = new("writable", "It can be written");
    private static readonly NumberKey Minimum = new("minimum", "Smallest value", "", -4294967295, 4294967295);
    private static readonly NumberKey Maximum = new("maximum", "Greatest value", "", -4294967295, 4294967295);
    private static readonly NumberKey Default = new("default", "Value of a new drive", "", -4294967295, 4294967295);
    private static readonly TextKey Source = new("source", "Where this comes from");
    private static readonly SectionListKey Parameters = new("parameters", "Parameters reached by their number",
        new SectionSpec("parameter", "One parameter", Group, Index, ParameterName, Unit, Bits, CountsPerUnit, Writable, Minimum, Maximum, Default, Source))
    { MinCount = 1, MaxCount = 2000 };

    private static readonly TextKey Code = new("code", "Code as the drive shows it, hexadecimal") { Pattern = "[0-9A-F]{4}", PatternText = "four hexadecimal digits in capitals", MaxLength = 4 };
    private static readonly TextKey FaultName = new("name", "Name of the fault");
    private static readonly ChoiceKey Kind = new("kind", "Fault trips, warning does not", "fault", "warning");
    private static readonly TextKey Cure = new("cure", "What to do");
    private static readonly SectionListKey Faults = new("faults", "Fault and warning codes", new SectionSpec("fault", "One code", Code, FaultName, Kind, Cure, Source)) { MaxCount = 2000 };

    public static readonly SectionSpec Root = new("drive", "A drive in the ABB Drives profile as data",
        Schema, DeviceKeys.Name, DeviceKeys.Title, Cyclic, Scaling, DeviceKeys.WordOrder, ReadOffsets, StatusBits, Parameters, Faults);

    public static DriveProfile Read(Section root)
    {
        Section cyclic = root.Sub(Cyclic), scaling = root.Sub(Scaling), offsets = root.Sub(ReadOffsets), bits = root.Sub(StatusBits);
        Check(root, cyclic, offsets);
        return new DriveProfile
        {
            Name = root.Text(DeviceKeys.Name),
            WriteAddress = cyclic.Integer(WriteAddress),
            ReadAddress = cyclic.Integer(ReadAddress),
            ReadCount = cyclic.Integer(ReadCount),
            SpeedCounts = scaling.Integer(SpeedCounts),
            TorqueCounts = scaling.Integer(TorqueCounts),
            WordOrder = DeviceKeys.ReadWordOrder(root),
            LifeCounterOffset = offsets.Integer(LifeCounter),
            DrumPositionLowOffset = offsets.Integer(DrumPositionLow),
            DrumPositionHighOffset = offsets.Integer(DrumPositionHigh),
            FaultCodeOffset = offsets.Integer(FaultCode),
            BrakeOpenCommandBit = bits.Integer(BrakeOpenCommand),
            ModulatingBit = bits.Integer(Modulating),
            Parameters = [.. root.List(Parameters).Select(ReadParameter)],
            Faults = [.. root.List(Faults).Select(ReadFault)],
        };
    }

    private static DriveParameterInfo ReadParameter(Section s) => new(s.Integer(Group), s.Integer(Index), s.Text(ParameterName), s.Text(Unit), s.Integer(Bits),
        s.Number(CountsPerUnit), s.Flag(Writable), s.Number(Minimum), s.Number(Maximum), s.Number(Default));

    private static DriveFaultInfo ReadFault(Section s)
    {
        int.TryParse(s.Text(Code), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out int code);
        return new DriveFaultInfo(code, s.Text(FaultName), s.Choice(Kind) == "warning", s.Text(Cure));
    }

    private static void Check(Section root, Section cyclic, Section offsets)
    {
        foreach (IntegerKey offset in new[] { LifeCounter, DrumPositionLow, DrumPositionHigh, FaultCode })
            DeviceKeys.CheckInside(offsets, offset, 1, cyclic.Integer(ReadCount));
        DeviceKeys.CheckApart(cyclic, WriteAddress, 3, cyclic.Integer(ReadAddress), cyclic.Integer(ReadCount));
        HashSet<(int, int)> parameters = [];
        foreach (Section parameter in root.List(Parameters)) CheckParameter(parameter, parameters);
        HashSet<string> codes = new(StringComparer.Ordinal);
        foreach (Section fault in root.List(Faults))
            if (!codes.Add(fault.Text(Code))) fault.Error(Code, ConfigErrors.DeviceMap, $"code {JsonText.Quote(fault.Text(Code))} stands here a second time");
    }

    private static void CheckParameter(Section s, HashSet<(int, int)> seen)
    {
        if (!seen.Add((s.Integer(Group), s.Integer(Index)))) s.Error(Index, ConfigErrors.DeviceMap, $"parameter {s.Integer(Group):00}.{s.Integer(Index):00} stands here a second time");
        if (s.Integer(Bits) is not (16 or 32)) s.Error(Bits, ConfigErrors.DeviceMap, $"a parameter of {s.Integer(Bits)} bits cannot be read", "16 or 32");
        if (s.Number(Minimum) > s.Number(Maximum)) s.Error(Minimum, ConfigErrors.DeviceMap, "the minimum is above the maximum");
        else if (s.Number(Default) < s.Number(Minimum) || s.Number(Default) > s.Number(Maximum))
            s.Error(Default, ConfigErrors.DeviceMap, $"the default {JsonText.Number(s.Number(Default))} is out of range", $"{JsonText.Number(s.Number(Minimum))} to {JsonText.Number(s.Number(Maximum))}");
    }
}
