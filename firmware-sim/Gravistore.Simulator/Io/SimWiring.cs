namespace Gravistore.Simulator.Io;

/// <summary>What is wired to the controller's own pins, as the simulator reads it from a file under config/wiring.</summary>
/// <param name="ChipLabel">Label of the GPIO chip.</param>
/// <param name="Library">libgpiod-v1 or libgpiod-v2.</param>
/// <param name="Boards">Boards on I2C and SPI.</param>
/// <param name="Contacts">Contacts on lines and pins.</param>
/// <param name="Watchdog">Line of the watchdog; empty when the module drives it.</param>
/// <param name="NoTripRequest">Line that is high while no trip is asked for.</param>
/// <param name="Loops">4-20 mA signals.</param>
/// <param name="Thermometers">PT100.</param>
public sealed record SimWiring(string ChipLabel, string Library, IReadOnlyList<SimBoard> Boards, IReadOnlyList<SimContact> Contacts, string Watchdog, string NoTripRequest, IReadOnlyList<SimLoop> Loops, IReadOnlyList<SimThermometer> Thermometers);

/// <summary>A board: mcp23017, ads1115 or max31865.</summary>
public sealed record SimBoard(string Name, string Kind, int Bus, int Address);

/// <summary>A contact; <paramref name="Board"/> is empty for a line, <paramref name="Hoist"/> -1 for the plant, <paramref name="Opposite"/> empty without a second one.</summary>
public sealed record SimContact(string Signal, int Hoist, string Board, string Terminal, string Opposite, bool ActiveHigh);

/// <summary>A loop over a burden [ohm]; the value at 20 mA is in kN or bar.</summary>
public sealed record SimLoop(string Signal, int Hoist, string Board, int Channel, double BurdenOhm, double ValueAt20mA);

/// <summary>A thermometer with the chip's reference [ohm].</summary>
public sealed record SimThermometer(int Hoist, string Board, double ReferenceOhm);
