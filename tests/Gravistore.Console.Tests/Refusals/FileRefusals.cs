namespace Gravistore.Console.Tests.Refusals;

/// <summary>Bad plants, true plants and device files.</summary>
internal static class FileRefusals
{
    private const string Plant = "config/plants/pyhasalmi.json", Sim = "config/plants/pyhasalmi.sim.json", Fast = "config/plants/fast-hoist.json", Links = "config/links/pyhasalmi-local.json", Lines = "config/links/leith-rtu-local.json", Wiring = "config/wiring/pyhasalmi-pi.json";
    private const string CheckPlant = $"config check {Plant}", CheckSim = $"config check {Sim}", CheckFast = $"config check {Fast}";
    private const string Meter = "config/drives/em24.json", Drive = "config/drives/acs880-mine.json", Unit = "config/drives/brake-unit-mine.json", HoistIo = "config/drives/hoist-io-mine.json";
    private const int OneTooMany = 4 * 1024 * 1024 + 1, Deep = 40;

    /// <summary>The text itself, its keys and values.</summary>
    public static IEnumerable<Refusal> Json =>
    [
        new("GS-J001", "config check config/plants/pyhasalmy.json"),
        new("GS-J002", "config check config/plants"),
        new("GS-J003", "config check /proc/self/mem"),
        new Refusal("GS-J004", "config check config/plants/big.json").File("config/plants/big.json", new byte[OneTooMany]),
        new Refusal("GS-J005", "config check config/plants/empty.json").File("config/plants/empty.json", ""),
        new Refusal("GS-J006", "config check config/plants/latin.json").File("config/plants/latin.json", [.. "{ \"name\": \"pyh"u8, 0xE4, .. "salmi\" }"u8]),
        new Refusal("GS-J007", CheckPlant).Edit(Plant, "\"depthM\": 530", "'depthM': 530"),
        new Refusal("GS-J008", "config check config/plants/cut.json").File("config/plants/cut.json", "{\n  \"schema\": \"gravistore-plant/1\",\n  \"shaft\": { \"depthM\": 5"),
        new Refusal("GS-J009", CheckPlant).Edit(Plant, "\"depthM\": 530,", "\"depthM\": 530, // as surveyed"),
        new Refusal("GS-J010", CheckPlant).Edit(Plant, "\"massKg\": 60000,\n    \"source\": {\n      \"massKg\": \"assumption: eight weights of 60 t, 480 t in all\"", "\"massKg\": 60000,\n    \"source\": {\n      \"massKg\": \"assumption: eight weights of 60 t, 480 t in all\","),
        new Refusal("GS-J011", CheckPlant).Edit(Plant, "\"depthM\": 530", "\"depthM\": 1e999"),
        new Refusal("GS-J012", "config check config/plants/deep.json").File("config/plants/deep.json", new string('[', Deep)),
        new Refusal("GS-J013", CheckPlant).Edit(Plant, "\"depthM\": 530,", "\"depthM\": 530,\n    \"depthM\": 540,"),
        new Refusal("GS-J020", CheckPlant).Edit(Plant, "\"depthM\": 530", "\"dephtM\": 530"),
        new Refusal("GS-J021", CheckPlant).Edit(Plant, "\"depthM\": 530", "\"depthFt\": 1739"),
        new Refusal("GS-J022", CheckPlant).Edit(Plant, "\"depthM\": 530,", ""),
        new Refusal("GS-J023", CheckPlant).Edit(Plant, "\"depthM\": 530", "\"depthM\": \"530 m\""),
        new Refusal("GS-J024", CheckPlant).Edit(Plant, "\"massKg\": 60000", "\"massKg\": 60"),
        new Refusal("GS-J025", CheckPlant).Edit(Plant, "\"count\": 8", "\"count\": 8.5"),
        new Refusal("GS-J026", CheckPlant).Edit(Plant, "[17, 65,", "[65, 17,"),
        new Refusal("GS-J027", CheckPlant).Edit(Plant, "[17, 65, 115, 165, 215, 265, 315, 365, 415, 465, 513]", $"[{string.Join(", ", Enumerable.Range(17, 300))}]"),
        new Refusal("GS-J028", "config check config/scenarios/step-charge.json").Edit("config/scenarios/step-charge.json", "\"setPower\"", "\"setpower\""),
        new Refusal("GS-J029", CheckPlant).Edit(Plant, "\"massKg\": \"assumption: eight weights of 60 t, 480 t in all\"", ""),
        new Refusal("GS-J030", CheckPlant).Edit(Plant, "\"massKg\": \"assumption", "\"masKg\": \"our guess\", \"massKg\": \"assumption"),
        new("GS-J031", "dryrun full-cycle --set plant.rope.cuont=3"),
        new("GS-J032", "dryrun full-cycle --set plant.rope={"),
        new("GS-J033", $"dryrun {Plant}"),
    ];

    /// <summary>Plants that cannot work, and some that work poorly.</summary>
    public static IEnumerable<Refusal> Config =>
    [
        new Refusal("GS-C001", CheckPlant).Edit(Plant, "gravistore-plant/1", "gravistore-palnt/1"),
        new("GS-C003", "dryrun full-cycle --set plnt.rope.count=2"),
        new("GS-C004", "dryrun full-cycle --set plant.devices.meter=janitza"),
        new Refusal("GS-C005", $"config check {Meter}").Edit(Meter, "\"name\": \"em24\"", "\"name\": \"em-24\""),
        new Refusal("GS-C006", $"config check {Meter}").Edit(Meter, "\"offset\": 15,", "\"offset\": 16,"),
        Set("GS-C010", "rope.breakingForceKN=1800"),
        Set("GS-C011", "brakes.channelForceKN=1065"),
        Set("GS-C020", "shaft.depthM=514"),
        Set("GS-C021", "shaft.magnetDepthsM[0]=14"),
        Set("GS-C022", "shaft.overtravelM=0.6"),
        Set("GS-C023", "protection.overspeedWarn=1.12"),
        Set("GS-C024", "protection.envelopeReactionS=0.7"),
        Set("GS-C030", "motion.maxSpeedMps=0.45"),
        Set("GS-C031", "drive.maxTorquePercent=150"),
        Set("GS-C032", "drive.torqueScalingPercent=150"),
        Set("GS-C033", "drive.speedScalingRpm=1000"),
        new Refusal("GS-C034", CheckPlant).Edit("config/drives/acs880.json", "\"minimum\": 0.1, \"maximum\": 30000, \"default\": 1500", "\"minimum\": 0.1, \"maximum\": 1200, \"default\": 1000"),
        Set("GS-C035", "drum.encoderZeroCount=2147000000"),
        Set("GS-C036", "sensors.loadCellFullScaleKN=1000"),
        Set("GS-C037", "dispatch.reserveS=400"),
        Set("GS-C038", "drive.generatingPowerLimitPercent=110"),
        new Refusal("GS-C040", CheckPlant).Edit(Plant, "\"overloadBreakingShare\": 0.1", "\"overloadBreakingShare\": 0.05"),
        new Refusal("GS-C041", CheckFast).Edit(Fast, "\"accelerationMps2\": 0.5", "\"accelerationMps2\": 1.1").Edit(Fast, "\"envelopeRetardationMps2\": 1.5", "\"envelopeRetardationMps2\": 4"),
        new Refusal("GS-C042", CheckFast).Edit(Fast, "\"ratedTorqueNm\": 10673", "\"ratedTorqueNm\": 11000"),
        Set("GS-C043", "protection.brakeFeedbackS=0.3"),
        OfLinks("GS-C050", "\"port\": 15043, \"unit\": 30", "\"port\": 15043, \"unit\": 20"),
        OfLinks("GS-C051", "\"name\": \"h2.drive\", \"kind\": \"drive\", \"hoist\": 2", "\"name\": \"h2.drive\", \"kind\": \"drive\", \"hoist\": 1"),
        OfLinks("GS-C052", "    { \"name\": \"h8.drive\", \"kind\": \"drive\", \"hoist\": 8, \"host\": \"127.0.0.1\", \"port\": 15028, \"unit\": 1 },\n", ""),
        OfLinks("GS-C053", "\"kind\": \"meter\"", "\"kind\": \"meter\", \"hoist\": 3"),
        OfLinks("GS-C054", "\"plant\": \"pyhasalmi\"", "\"plant\": \"phyasalmi\""),
        OfLinks("GS-C055", "\"reconnectLastMs\": 2000", "\"reconnectLastMs\": 100"),
        OfLines("GS-C060", "\"bus\": \"bus-1\", \"unit\": 1", "\"host\": \"127.0.0.1\", \"unit\": 1"),
        OfLines("GS-C061", "\"baud\": 115200", "\"baud\": 100000"),
        OfLines("GS-C062", "\"bus\": \"bus-1\", \"unit\": 1", "\"bus\": \"bus-3\", \"unit\": 1"),
        OfLines("GS-C063", "\"bus\": \"bus-1\", \"unit\": 1", "\"bus\": \"bus-1\", \"unit\": 0"),
        OfLines("GS-C064", "gravistore-leith-rtu-bus-2", "gravistore-leith-rtu-bus-1"),
        OfLines("GS-C065", "\"baud\": 115200", "\"baud\": 38400"),
        OfLines("GS-C066", "\"cycleMs\": 20", "\"cycleMs\": 60"),
        OfLines("GS-C067", "\"turnaroundMs\": 1", "\"turnaroundMs\": 1.8"),
        OfWiring("GS-C070", "\"channel\": 0, \"burdenOhm\": 165, \"valueAt20mA\": 1500", "\"channel\": 0, \"burdenOhm\": 165, \"valueAt20mA\": 1000"),
        OfWiring("GS-C071", "{ \"signal\": \"reset-key\", ", "{ \"signal\": \"reset-key\", \"hoist\": 1, "),
        OfWiring("GS-C072", "\"hoist\": 3, \"board\": \"h3.inputs\", \"pin\": \"B3\"", "\"hoist\": 3, \"board\": \"h3.input\", \"pin\": \"B3\""),
        OfWiring("GS-C073", "\"line\": \"GPIO21\"", "\"line\": \"GPIO20\""),
        OfWiring("GS-C074", ",\n    { \"signal\": \"no-trip-request\", \"line\": \"GPIO27\" }", ""),
        OfWiring("GS-C075", "\"pin\": \"B2\", \"active\": \"low\"", "\"pin\": \"B2\", \"active\": \"high\""),
        OfWiring("GS-C076", "\"name\": \"h1.inputs\", \"kind\": \"mcp23017\", \"bus\": 1, \"address\": 32", "\"name\": \"h1.inputs\", \"kind\": \"mcp23017\", \"bus\": 1, \"address\": 64"),
        OfWiring("GS-C077", "\"name\": \"h1.analog\", \"kind\": \"ads1115\", \"bus\": 1, \"address\": 72, \"clockKHz\": 400, \"pollMs\": 40", "\"name\": \"h1.analog\", \"kind\": \"ads1115\", \"bus\": 1, \"address\": 72, \"clockKHz\": 400, \"pollMs\": 8"),
    ];

    private static Refusal OfWiring(string code, string from, string to) => new Refusal(code, $"config check {Wiring}").Edit(Wiring, from, to);

    private static Refusal OfLines(string code, string from, string to) => new Refusal(code, $"config check {Lines}").Edit(Lines, from, to);

    private static Refusal OfLinks(string code, string from, string to) => new Refusal(code, $"config check {Links}").Edit(Links, from, to);

    /// <summary>True plants, and devices as the simulated firmware reads them.</summary>
    public static IEnumerable<Refusal> Simulated =>
    [
        new Refusal("GS-F001", CheckSim).Edit(Sim, "\"lowerLandingDepthM\": 515", "\"lowerLandingDepthM\": 10"),
        new Refusal("GS-F002", CheckSim).Edit(Sim, "465, 513]", "465, 535]"),
        new Refusal("GS-F003", CheckSim).Edit(Sim, "\"fadeEndC\": 400", "\"fadeEndC\": 150"),
        new Refusal("GS-F004", CheckSim).Edit(Sim, "\"loadCellFullScaleKN\": 1500", "\"loadCellFullScaleKN\": 700"),
        new Refusal("GS-F005", CheckSim).Edit(Sim, "\"weight.massKg\":", "\"weight.mass\":"),
        Device("GS-F101", "drive.profile", "acs880", Drive, "\"group\": 46, \"index\": 1,", "\"group\": 46, \"index\": 2,"),
        Device("GS-F102", "drive.profile", "acs880", Drive, "\"group\": 46, \"index\": 1,", "\"group\": 46, \"index\": 3,"),
        Device("GS-F103", "drive.profile", "acs880", Drive, "\"maximum\": 250, \"default\": 5,", "\"maximum\": 250, \"default\": 500,"),
        Device("GS-F104", "devices.brakeUnit", "brake-unit", Unit, "\"count\": 33", "\"count\": 32"),
        Device("GS-F105", "devices.hoistIo", "hoist-io", HoistIo, "\"bit\": 9", "\"bit\": 8"),
        Device("GS-F106", "drive.profile", "acs880", Drive, "\"code\": \"7310\"", "\"code\": \"7311\""),
    ];

    private static Refusal Set(string code, string set) => new(code, $"dryrun full-cycle --set plant.{set}");

    // A device of one's own that only the true plant names: the controller's reader does not meet it first.
    private static Refusal Device(string code, string key, string device, string file, string from, string to) =>
        new Refusal(code, $"dryrun full-cycle --set sim.{key}={device}-mine").Copy($"config/drives/{device}.json", file).Edit(file, from, to).Edit(file, $"\"name\": \"{device}\"", $"\"name\": \"{device}-mine\"");
}
