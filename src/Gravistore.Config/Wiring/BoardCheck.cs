using Gravistore.Core.Parameters;
using Gravistore.Json;

namespace Gravistore.Config.Wiring;

/// <summary>Refuses boards that cannot be where they are said to be, are read too seldom, or keep a bus too busy.</summary>
internal sealed class BoardCheck(Section root, FieldWiring wiring)
{
    /// <summary>Slowest poll of contacts and load cells, and of pressures alone [s]: three polls may fail before an image is stale at 0.2 s and 0.6 s.</summary>
    private const double ModulePollS = 0.06, PressurePollS = 0.2;

    private readonly IReadOnlyList<Section> _sections = root.List(WiringSpec.Boards);

    public void Run()
    {
        for (int i = 0; i < wiring.Boards.Count; i++)
        {
            CheckAddress(wiring.Boards[i], _sections[i]);
            CheckPoll(wiring.Boards[i], _sections[i]);
            for (int earlier = 0; earlier < i; earlier++) CheckPair(wiring.Boards[earlier], wiring.Boards[i], _sections[i]);
        }
        foreach ((bool spi, int bus) in wiring.Boards.Select(b => (BusLoad.IsSpi(b.Kind), b.Bus)).Distinct()) CheckLoad(spi, bus);
    }

    private static void CheckAddress(BoardWiring board, Section s)
    {
        (int low, int high) = board.Kind switch { BoardKind.Mcp23017 => (0x20, 0x27), BoardKind.Ads1115 => (0x48, 0x4B), _ => (0, 3) };
        if (board.Address < low || board.Address > high)
            s.Error(WiringSpec.Address, ConfigErrors.WiringBus, $"an {WiringKeys.TextOf(board.Kind)} cannot be set to {board.Address}", $"{low} to {high}");
    }

    private void CheckPoll(BoardWiring board, Section s)
    {
        bool module = board.Kind == BoardKind.Mcp23017 || wiring.Analogs.Any(a => a.Board == board.Name && a.Signal == WiredSignal.RopeForce);
        double slowestS = module ? ModulePollS : board.Kind == BoardKind.Ads1115 ? PressurePollS : double.PositiveInfinity;
        if (board.PollS > slowestS)
            s.Error(WiringSpec.Poll, ConfigErrors.WiringBus, $"read once in {JsonText.Number(1e3 * board.PollS, "ms")}, one failed poll makes its values stale", $"{JsonText.Number(1e3 * slowestS, "ms")} or less");
    }

    private static void CheckPair(BoardWiring earlier, BoardWiring board, Section s)
    {
        if (earlier.Name == board.Name) s.Error(WiringSpec.BoardName, ConfigErrors.WiringTwice, $"another board is named {JsonText.Quote(board.Name)} already");
        if (BusLoad.IsSpi(earlier.Kind) != BusLoad.IsSpi(board.Kind) || earlier.Bus != board.Bus) return;
        if (earlier.Address == board.Address) s.Error(WiringSpec.Address, ConfigErrors.WiringTwice, $"{board.Name} answers where {earlier.Name} does: {Where(board)}");
        if (earlier.ClockHz != board.ClockHz)
            s.Error(WiringSpec.Clock, ConfigErrors.WiringBus, $"bus {board.Bus} has one clock, and {earlier.Name} says {JsonText.Number(1e-3 * earlier.ClockHz, "kHz")}", JsonText.Number(1e-3 * earlier.ClockHz, "kHz"));
    }

    private void CheckLoad(bool spi, int bus)
    {
        double load = BusLoad.Of(wiring, spi, bus);
        if (load > BusLoad.Limit)
            root.Error(WiringSpec.Boards, ConfigErrors.WiringLoad, $"{(spi ? "SPI" : "I2C")} bus {bus} is busy for {JsonText.Number(Math.Round(100 * load, 1), "%")} of the time", $"{JsonText.Number(100 * BusLoad.Limit, "%")} at most");
    }

    private static string Where(BoardWiring board) => BusLoad.IsSpi(board.Kind) ? $"chip select {board.Address} of SPI bus {board.Bus}" : $"address {board.Address} of I2C bus {board.Bus}";
}
