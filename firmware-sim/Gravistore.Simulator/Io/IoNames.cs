namespace Gravistore.Simulator.Io;

/// <summary>Names that commands on wires and boards may use.</summary>
/// <param name="Wires">Wires, such as plant.chain-closed or h1.rope-force.</param>
/// <param name="Boards">Boards, such as h1.inputs.</param>
internal sealed record IoNames(IReadOnlyList<string> Wires, IReadOnlyList<string> Boards)
{
    public static IoNames None { get; } = new([], []);

    /// <summary>The names of a wiring.</summary>
    public static IoNames Of(SimWiring wiring)
    {
        List<string> wires = [];
        foreach (SimContact contact in wiring.Contacts)
        {
            wires.Add(Name(contact.Hoist, contact.Signal));
            if (contact.Opposite.Length > 0) wires.Add(Name(contact.Hoist, contact.Signal) + Opposite);
        }
        wires.AddRange(wiring.Loops.Select(l => Name(l.Hoist, l.Signal)));
        wires.AddRange(wiring.Thermometers.Select(t => Name(t.Hoist, "disc-temperature")));
        if (wiring.Watchdog.Length > 0) wires.AddRange([Watchdog, NoTripRequest]);
        return new IoNames(wires, [.. wiring.Boards.Select(b => b.Name)]);
    }

    /// <summary>What is added to a signal's name for its second contact.</summary>
    public const string Opposite = ".opposite";
    public const string Watchdog = "plant.watchdog", NoTripRequest = "plant.no-trip-request";

    /// <summary>A wire's name.</summary>
    public static string Name(int hoist, string signal) => hoist < 0 ? "plant." + signal : FormattableString.Invariant($"h{hoist + 1}.{signal}");
}
