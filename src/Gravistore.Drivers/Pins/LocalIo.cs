using System.Device.I2c;
using System.Device.Spi;
using Gravistore.Core.Images;
using Gravistore.Core.Parameters;
using Gravistore.Drivers.Boards;

namespace Gravistore.Drivers.Pins;

/// <summary>
/// Everything on the controller's own pins: the GPIO lines, read by the loop, and the boards, each read by its own thread. It fills the same images
/// as the Modbus modules whose place it takes.
/// </summary>
internal sealed class LocalIo : IDisposable
{
    /// <summary>A board that has not answered after so long is not there [ms].</summary>
    private const int PatienceMs = 3000;

    private readonly FieldWiring _wiring;
    private readonly IoAccess _access;
    private readonly Func<long> _clockNs;
    private readonly Dictionary<string, Board> _boards;
    private readonly WiredHoist?[] _hoists;
    private readonly WiredBrake?[] _brakes;
    private LineBank? _lines;
    private WiredPlant? _plant;

    /// <param name="wiring">What is wired, checked against its plant.</param>
    /// <param name="hoistCount">Hoists of the plant.</param>
    /// <param name="access">Where lines and buses come from.</param>
    /// <param name="clockNs">Monotonic time [ns].</param>
    public LocalIo(FieldWiring wiring, int hoistCount, IoAccess access, Func<long> clockNs)
    {
        _wiring = wiring;
        _access = access;
        _clockNs = clockNs;
        _boards = wiring.Boards.ToDictionary(b => b.Name, Make, StringComparer.Ordinal);
        _hoists = new WiredHoist?[hoistCount];
        _brakes = new WiredBrake?[hoistCount];
    }

    public FieldWiring Wiring => _wiring;

    public IEnumerable<LinkStatistics> Statistics => _boards.Values.Select(b => b.Statistics);

    public void RestartStatistics()
    {
        foreach (Board board in _boards.Values) board.RestartStatistics();
    }

    /// <summary>Claims the lines, opens the boards and waits until each has been read.</summary>
    /// <exception cref="FieldException">Something is not there; all of it is named.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public void Start(CancellationToken cancellation)
    {
        if (_wiring.CoversPlant || _wiring.Inputs.Any(i => i.Board.Length == 0)) _lines = LineBank.Open(_wiring, _access, _clockNs);
        Connect();
        foreach (Board board in _boards.Values) board.Start();
        List<FieldFinding> findings = [];
        foreach (Board board in _boards.Values)
            if (!board.Answers(PatienceMs, cancellation))
                findings.Add(new FieldFinding(FieldErrors.NoBoard, $"{board.Wiring.Name} at {_access.Where(board.Wiring)}", board.Trouble.Length > 0 ? board.Trouble : $"no answer within {PatienceMs / 1000} s", ""));
        if (findings.Count > 0) throw new FieldException(findings);
        RestartStatistics();
    }

    /// <summary>Samples lines and mailboxes once for the whole cycle.</summary>
    public void Sample(long nowNs)
    {
        _lines?.Sample(nowNs);
        foreach (Board board in _boards.Values) board.Take();
    }

    public void Take(ref PlantInput image, long nowNs) => _plant?.Take(ref image, nowNs);

    public void Take(ref HoistInput image, int hoist, long nowNs) => _hoists[hoist]?.Take(ref image, nowNs);

    /// <summary>What boards say of a brake, over what its unit says.</summary>
    public void TakeBrake(ref HoistInput image, int hoist, long nowNs) => _brakes[hoist]?.Take(ref image, nowNs);

    public void Send(in PlantOutput output, long nowNs) => _lines?.Set((output.Watchdog & 1) != 0, output.TripRequest == 0, nowNs);

    public void Dispose()
    {
        foreach (Board board in _boards.Values) board.Stop();
        foreach (Board board in _boards.Values) board.Join();
        _lines?.Dispose();
        (_access as IDisposable)?.Dispose();
    }

    private void Connect()
    {
        if (_wiring.CoversPlant) _plant = new WiredPlant(Contacts(-1));
        for (int i = 0; i < _hoists.Length; i++)
        {
            CurrentInput[] loops = [.. _wiring.Analogs.Where(a => a.Hoist == i).Select(a => new CurrentInput(a, _boards[a.Board]))];
            if (_wiring.CoversHoist(i)) _hoists[i] = new WiredHoist(Contacts(i), Array.Find(loops, l => l.Signal == WiredSignal.RopeForce)!);
            Board? thermometer = _wiring.Thermometers.FirstOrDefault(t => t.Hoist == i) is { } found ? _boards[found.Board] : null;
            CurrentInput[] pressures = [.. loops.Where(l => l.Signal != WiredSignal.RopeForce)];
            if (pressures.Length > 0 || thermometer is not null) _brakes[i] = new WiredBrake(pressures, thermometer);
        }
    }

    private WiredContact[] Contacts(int hoist) => [.. _wiring.Inputs.Where(i => i.Hoist == hoist).Select(i => i.Board.Length == 0
        ? new WiredContact(i, _wiring.Gpio, _lines!, _lines!.BitOf)
        : new WiredContact(i, _wiring.Gpio, _boards[i.Board], ExpanderChip.BitOf))];

    private Board Make(BoardWiring board) => board.Kind switch
    {
        BoardKind.Mcp23017 => new Board(board, ExpanderChip.Words, () => Open(_access.OpenI2c(board), d => new ExpanderChip(d)), _clockNs),
        BoardKind.Ads1115 => new Board(board, ConverterChip.Words, () => Open(_access.OpenI2c(board), d => new ConverterChip(d, _wiring.Analogs.Where(a => a.Board == board.Name).Select(a => a.Channel))), _clockNs),
        _ => new Board(board, ThermometerChip.Words, () => OpenThermometer(board), _clockNs),
    };

    private static BoardChip Open(I2cDevice device, Func<I2cDevice, BoardChip> setUp)
    {
        try
        {
            return setUp(device);
        }
        catch
        {
            device.Dispose();
            throw;
        }
    }

    private ThermometerChip OpenThermometer(BoardWiring board)
    {
        ThermometerWiring? wired = _wiring.Thermometers.FirstOrDefault(t => t.Board == board.Name);
        SpiDevice device = _access.OpenSpi(board);
        try
        {
            return new ThermometerChip(device, wired?.ReferenceOhm ?? 430, wired?.Wires ?? 3);
        }
        catch
        {
            device.Dispose();
            throw;
        }
    }
}
