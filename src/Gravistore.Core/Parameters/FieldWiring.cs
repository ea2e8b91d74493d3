namespace Gravistore.Core.Parameters;

/// <summary>
/// Which signals of one plant come over the controller's own pins: GPIO lines, and boards on its I2C and SPI buses. Immutable, read once from a file
/// under config/wiring and checked against its plant. What stands here takes the place of the same signals of a Modbus module.
/// </summary>
public sealed record FieldWiring
{
    /// <summary>Short name, as in its file.</summary>
    public required string Name { get; init; }
    /// <summary>Name of the plant that is wired.</summary>
    public required string Plant { get; init; }
    public required GpioWiring Gpio { get; init; }
    /// <summary>Boards, each with a thread of its own.</summary>
    public required IReadOnlyList<BoardWiring> Boards { get; init; }
    /// <summary>Contacts, on lines or on pins of boards.</summary>
    public required IReadOnlyList<InputWiring> Inputs { get; init; }
    /// <summary>The two outputs of the plant; empty when its Modbus module drives them.</summary>
    public required IReadOnlyList<OutputWiring> Outputs { get; init; }
    /// <summary>4-20 mA signals.</summary>
    public required IReadOnlyList<AnalogWiring> Analogs { get; init; }
    /// <summary>Thermometers.</summary>
    public required IReadOnlyList<ThermometerWiring> Thermometers { get; init; }

    /// <summary>True when the plant's chain, key, watchdog and trip request are wired here.</summary>
    public bool CoversPlant => Outputs.Count > 0;

    /// <summary>True when the switches and the load cell of a hoist are wired here.</summary>
    /// <param name="hoist">Hoist number from 0.</param>
    public bool CoversHoist(int hoist)
    {
        foreach (InputWiring input in Inputs)
            if (input.Hoist == hoist) return true;
        return false;
    }
}

/// <summary>Which library reads the lines: named, never guessed, because which of them a machine has depends on its distribution.</summary>
public enum GpioLibrary { Libgpiod1, Libgpiod2 }

/// <summary>The GPIO chip and what is the same for all of its lines.</summary>
/// <param name="ChipLabel">The chip's label; its number may change with every boot.</param>
/// <param name="Library">Which library reads it.</param>
/// <param name="FilterSamples">A contact has changed when so many samples in a row say so.</param>
/// <param name="DiscrepancyS">An antivalent pair may disagree for so long [s].</param>
/// <param name="ExpiryS">Outputs that the loop has not set for so long are de-energised [s].</param>
public sealed record GpioWiring(string ChipLabel, GpioLibrary Library, int FilterSamples, double DiscrepancyS, double ExpiryS);

/// <summary>Kinds of boards.</summary>
public enum BoardKind
{
    /// <summary>16 contacts on I2C.</summary>
    Mcp23017,
    /// <summary>Four 4-20 mA loops on I2C.</summary>
    Ads1115,
    /// <summary>One PT100 on SPI.</summary>
    Max31865,
}

/// <summary>One board.</summary>
/// <param name="Name">Its name in messages and statistics, such as h1.inputs.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Bus">Number of its I2C or SPI bus.</param>
/// <param name="Address">I2C address, or SPI chip select.</param>
/// <param name="ClockHz">Clock of its bus [Hz].</param>
/// <param name="PollS">It is read once in this time [s].</param>
public sealed record BoardWiring(string Name, BoardKind Kind, int Bus, int Address, double ClockHz, double PollS);

/// <summary>Signals that can be wired.</summary>
public enum WiredSignal
{
    ChainClosed, EmergencyStop, ResetKey, Overspeed, Watchdog, NoTripRequest,
    BrakeALifted, BrakeBLifted, BrakeASet, BrakeBSet, UpperLanding, LowerLanding, UpperOvertravel, LowerOvertravel, SlackRope, Magnet,
    RopeForce, PressureA, PressureB, DiscTemperature,
}

/// <summary>One contact.</summary>
/// <param name="Signal">What it says.</param>
/// <param name="Hoist">Hoist number from 0; -1 for the plant.</param>
/// <param name="Board">Name of the board; empty for a line of the GPIO chip.</param>
/// <param name="Terminal">Name of the line, or pin of the board such as A0.</param>
/// <param name="Opposite">Line or pin of the second, antivalent contact; empty for a single one.</param>
/// <param name="ActiveHigh">A high level at the terminal means true; the opposite contact is then low.</param>
public sealed record InputWiring(WiredSignal Signal, int Hoist, string Board, string Terminal, string Opposite, bool ActiveHigh);

/// <summary>One output on a line. De-energised, which is low, is the safe state.</summary>
/// <param name="Signal">Watchdog or NoTripRequest.</param>
/// <param name="Line">Name of the line.</param>
public sealed record OutputWiring(WiredSignal Signal, string Line);

/// <summary>One 4-20 mA signal.</summary>
/// <param name="Signal">RopeForce, PressureA or PressureB.</param>
/// <param name="Hoist">Hoist number from 0.</param>
/// <param name="Board">Name of an ADS1115.</param>
/// <param name="Channel">Its input, 0 to 3.</param>
/// <param name="BurdenOhm">Resistor that the current flows through [ohm].</param>
/// <param name="SpanValue">Value at 20 mA, 0 at 4 mA: N or bar.</param>
public sealed record AnalogWiring(WiredSignal Signal, int Hoist, string Board, int Channel, double BurdenOhm, double SpanValue);

/// <summary>One PT100.</summary>
/// <param name="Hoist">Hoist number from 0; its brake disc is measured.</param>
/// <param name="Board">Name of a MAX31865.</param>
/// <param name="ReferenceOhm">Its reference resistor [ohm].</param>
/// <param name="Wires">2, 3 or 4.</param>
public sealed record ThermometerWiring(int Hoist, string Board, double ReferenceOhm, int Wires);
