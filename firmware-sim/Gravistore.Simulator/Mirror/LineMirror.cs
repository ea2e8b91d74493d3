using System.Device.Gpio;
using Gravistore.Simulator.Io;

namespace Gravistore.Simulator.Mirror;

/// <summary>
/// Real lines as the mirror of the controller's: what the controller reads is driven here, what it drives is read here, each on the line of the same
/// name. Every millisecond, on a thread of its own. Lines that cannot be used any more count as let go of: the relays behind them drop.
/// </summary>
internal sealed class LineMirror : IDisposable
{
    private readonly World _world;
    private readonly RackLines _lines;
    private readonly GpioController _controller;
    private readonly List<(int Line, GpioPin Pin)> _driven = [], _read = [];
    private readonly Thread _thread;
    private ulong _told;
    private volatile bool _ended;

    /// <param name="world">The plant.</param>
    /// <param name="lines">The lines as the controller would see them.</param>
    /// <param name="wiring">Which of them are wired.</param>
    /// <param name="chip">This machine's chip.</param>
    /// <exception cref="MirrorException">A line is not there or cannot be claimed; all of them are named.</exception>
    public LineMirror(World world, RackLines lines, SimWiring wiring, MirrorChip chip)
    {
        (_world, _lines) = (world, lines);
        _controller = new GpioController(chip.Driver);
        List<string> troubles = [];
        foreach (string name in Contacts(wiring)) Claim(chip, name, PinMode.Output, _driven, troubles);
        foreach (string name in (string[])[wiring.Watchdog, wiring.NoTripRequest])
            if (name.Length > 0) Claim(chip, name, PinMode.Input, _read, troubles);
        if (troubles.Count > 0)
        {
            _controller.Dispose();
            throw new MirrorException($"{chip.Where}: {string.Join("; ", troubles)}");
        }
        _thread = new Thread(Run) { Name = "mirrored lines", IsBackground = true };
        _thread.Start();
    }

    /// <summary>What went wrong last; empty while nothing has.</summary>
    public string Trouble { get; private set; } = "";

    public void Dispose()
    {
        _ended = true;
        _thread.Join();
        _controller.Dispose();
    }

    private static IEnumerable<string> Contacts(SimWiring wiring) =>
        wiring.Contacts.Where(c => c.Board.Length == 0).SelectMany(c => (string[])[c.Terminal, c.Opposite]).Where(n => n.Length > 0);

    private void Claim(MirrorChip chip, string name, PinMode mode, List<(int, GpioPin)> pins, List<string> troubles)
    {
        int[] numbers = [.. Enumerable.Range(0, chip.Names.Count).Where(i => chip.Names[i] == name)];
        if (numbers.Length != 1)
        {
            troubles.Add($"{(numbers.Length == 0 ? "there is no line" : $"{numbers.Length} lines are named")} {name}");
            return;
        }
        try
        {
            pins.Add((_lines.NumberOf(name), mode == PinMode.Output ? _controller.OpenPin(numbers[0], mode, PinValue.Low) : _controller.OpenPin(numbers[0], mode)));
        }
        catch (Exception e) when (e is IOException or InvalidOperationException or UnauthorizedAccessException or ArgumentException)
        {
            troubles.Add($"line {name} cannot be claimed: {e.Message.ReplaceLineEndings(" ")}");
        }
    }

    private void Run()
    {
        while (!_ended)
        {
            try
            {
                Drive();
                Read();
            }
            catch (IOException gone)
            {
                Trouble = gone.Message.ReplaceLineEndings(" ");
                lock (_world.Gate) _lines.Release();
            }
            Thread.Sleep(1);
        }
    }

    private void Drive()
    {
        ulong levels;
        lock (_world.Gate) levels = _lines.Inputs;
        foreach ((int line, GpioPin pin) in _driven)
            if (((levels ^ _told) >> line & 1) != 0) pin.Write((levels >> line & 1) != 0 ? PinValue.High : PinValue.Low);
        _told = levels;
    }

    private void Read()
    {
        foreach ((int line, GpioPin pin) in _read)
        {
            bool high = pin.Read() == PinValue.High;
            lock (_world.Gate) _lines.Drive(line, high);
        }
    }
}
