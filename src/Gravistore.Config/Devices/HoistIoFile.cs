using Gravistore.Core.Parameters;
using Gravistore.Json;

namespace Gravistore.Config.Devices;

/// <summary>Device file of a hoist's input module.</summary>
internal static class HoistIoFile
{
    public const string SchemaText = "gravistore-hoist-io/1";

    private static readonly ChoiceKey Schema = new("schema", "Kind and version of this file", SchemaText);
    private static readonly IntegerKey Digital = DeviceKeys.Offset("digital", "Word of the digital inputs");
    private static readonly IntegerKey LifeCounter = DeviceKeys.Offset("lifeCounter", "Free-running counter");
    private static readonly SectionKey ReadBlock = new("read", new SectionSpec("read", "The block that is read", DeviceKeys.Address, DeviceKeys.Count, Digital, LifeCounter));
    private static readonly IntegerKey Register = DeviceKeys.Offset("register", "Converter's register");
    private static readonly IntegerKey CountsAt4mA = new("countsAt4mA", "Converter counts at 4 mA", 0, 65535);
    private static readonly IntegerKey CountsAt20mA = new("countsAt20mA", "Converter counts at 20 mA", 0, 65535);
    private static readonly SectionKey RopeForce = new("ropeForce", new SectionSpec("ropeForce", "The load cell on a 4-20 mA input; its full scale stands in the plant file", Register, CountsAt4mA, CountsAt20mA));

    private static readonly SectionKey BrakeALifted = Input("brakeALifted", "Brake channel A lifted");
    private static readonly SectionKey BrakeBLifted = Input("brakeBLifted", "Brake channel B lifted");
    private static readonly SectionKey BrakeASet = Input("brakeASet", "Brake channel A set");
    private static readonly SectionKey BrakeBSet = Input("brakeBSet", "Brake channel B set");
    private static readonly SectionKey UpperLanding = Input("upperLanding", "Weight at the upper landing");
    private static readonly SectionKey LowerLanding = Input("lowerLanding", "Weight at the lower landing");
    private static readonly SectionKey UpperOvertravel = Input("upperOvertravel", "Ultimate upper limit passed");
    private static readonly SectionKey LowerOvertravel = Input("lowerOvertravel", "Ultimate lower limit passed");
    private static readonly SectionKey SlackRope = Input("slackRope", "Rope slack");
    private static readonly SectionKey Magnet = Input("magnet", "Shaft magnet seen");
    private static readonly SectionKey[] Inputs = [BrakeALifted, BrakeBLifted, BrakeASet, BrakeBSet, UpperLanding, LowerLanding, UpperOvertravel, LowerOvertravel, SlackRope, Magnet];
    private static readonly SectionKey Bits = new("digital", new SectionSpec("digital", "The digital inputs", [.. Inputs]));

    public static readonly SectionSpec Root = new("hoist-io", "The input module of one hoist", Schema, DeviceKeys.Name, DeviceKeys.Title, ReadBlock, RopeForce, Bits);

    /// <param name="root">The file.</param>
    /// <param name="loadCellSpanN">Rope force at 20 mA, from the plant file [N].</param>
    public static HoistIoProfile Read(Section root, double loadCellSpanN)
    {
        Section read = root.Sub(ReadBlock), force = root.Sub(RopeForce), bits = root.Sub(Bits);
        Check(read, force, bits);
        return new HoistIoProfile
        {
            Name = root.Text(DeviceKeys.Name),
            ReadAddress = read.Integer(DeviceKeys.Address),
            ReadCount = read.Integer(DeviceKeys.Count),
            DigitalOffset = read.Integer(Digital),
            LifeCounterOffset = read.Integer(LifeCounter),
            RopeForce = new AnalogInput(force.Integer(Register), force.Integer(CountsAt4mA), force.Integer(CountsAt20mA), loadCellSpanN),
            BrakeALifted = DeviceKeys.ReadDigital(bits, BrakeALifted),
            BrakeBLifted = DeviceKeys.ReadDigital(bits, BrakeBLifted),
            BrakeASet = DeviceKeys.ReadDigital(bits, BrakeASet),
            BrakeBSet = DeviceKeys.ReadDigital(bits, BrakeBSet),
            UpperLanding = DeviceKeys.ReadDigital(bits, UpperLanding),
            LowerLanding = DeviceKeys.ReadDigital(bits, LowerLanding),
            UpperOvertravel = DeviceKeys.ReadDigital(bits, UpperOvertravel),
            LowerOvertravel = DeviceKeys.ReadDigital(bits, LowerOvertravel),
            SlackRope = DeviceKeys.ReadDigital(bits, SlackRope),
            Magnet = DeviceKeys.ReadDigital(bits, Magnet),
        };
    }

    private static void Check(Section read, Section force, Section bits)
    {
        int count = read.Integer(DeviceKeys.Count);
        DeviceKeys.CheckInside(read, Digital, 1, count);
        DeviceKeys.CheckInside(read, LifeCounter, 1, count);
        DeviceKeys.CheckInside(force, Register, 1, count);
        DeviceKeys.CheckBits(bits, Inputs);
        if (force.Integer(CountsAt4mA) >= force.Integer(CountsAt20mA))
            force.Error(CountsAt20mA, ConfigErrors.DeviceMap, "the counts at 20 mA are not above those at 4 mA", $"more than {force.Integer(CountsAt4mA)}");
    }

    private static SectionKey Input(string name, string description) => new(name, DeviceKeys.DigitalInput with { Description = description });
}
