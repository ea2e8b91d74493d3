using System.Device.Gpio;
using Gravistore.Core.Parameters;

namespace Gravistore.Drivers.Pins;

/// <summary>
/// All lines of the GPIO chip that are wired. Inputs are read together once a cycle, by the loop itself: no events, no thread whose death would leave
/// a picture behind. Outputs start de-energised, and fall back to that when the loop has not set them for some time.
/// </summary>
internal sealed class LineBank : IContactSource, IDisposable
{
    private const int MaxInputs = 32;

    private readonly GpioController _controller;
    private readonly Dictionary<string, int> _bits = new(StringComparer.Ordinal);
    private readonly GpioPin[] _inputs;
    private readonly OutputLines _outputs;

    private LineBank(GpioController controller, IReadOnlyList<(string Name, GpioPin Pin)> inputs, OutputLines outputs)
    {
        _controller = controller;
        _inputs = [.. inputs.Select(i => i.Pin)];
        for (int i = 0; i < inputs.Count; i++) _bits[inputs[i].Name] = i;
        _outputs = outputs;
    }

    public uint Levels { get; private set; }
    public long StampNs { get; private set; }
    public int Samples { get; private set; }

    /// <summary>Bit of an input.</summary>
    public int BitOf(string line) => _bits[line];

    /// <summary>Claims every wired line.</summary>
    /// <exception cref="FieldException">The chip, its library or a line is not there or in use; all of them are named.</exception>
    public static LineBank Open(FieldWiring wiring, IoAccess access, Func<long> clockNs)
    {
        LineChip chip = access.OpenChip(wiring.Gpio);
        string[] inputs = [.. wiring.Inputs.Where(i => i.Board.Length == 0).SelectMany(i => (string[])[i.Terminal, i.Opposite]).Where(n => n.Length > 0)];
        if (inputs.Length > MaxInputs) throw new ArgumentException($"{inputs.Length} inputs on lines; at most {MaxInputs} are read together");
        LineClaims claims = new(chip);
        int[] inputNumbers = [.. inputs.Select(claims.Find)], outputNumbers = [.. wiring.Outputs.Select(o => claims.Find(o.Line))];
        claims.ThrowIfAny();
        GpioController controller = new(chip.Driver);
        try
        {
            GpioPin[] outputs = [.. outputNumbers.Select((n, i) => claims.Open(() => controller.OpenPin(n, PinMode.Output, PinValue.Low), wiring.Outputs[i].Line)!)];
            (string, GpioPin)[] pins = [.. inputNumbers.Select((n, i) => (inputs[i], claims.Open(() => controller.OpenPin(n, PinMode.Input), inputs[i])!))];
            claims.ThrowIfAny();
            return new LineBank(controller, pins, new OutputLines(wiring, outputs, clockNs));
        }
        catch
        {
            controller.Dispose();
            throw;
        }
    }

    /// <summary>Samples every input. A chip that cannot be read leaves the last sample to grow old.</summary>
    public void Sample(long nowNs)
    {
        try
        {
            uint levels = 0;
            for (int i = 0; i < _inputs.Length; i++)
                if (_inputs[i].Read() == PinValue.High) levels |= 1u << i;
            (Levels, StampNs, Samples) = (levels, nowNs, unchecked(Samples + 1));
        }
        catch (IOException)
        {
            // Grows old.
        }
    }

    /// <summary>Sets the outputs.</summary>
    /// <param name="watchdog">Level of the line that must toggle.</param>
    /// <param name="noTripRequest">Energised while no trip is asked for.</param>
    /// <param name="nowNs">Time [ns].</param>
    public void Set(bool watchdog, bool noTripRequest, long nowNs) => _outputs.Set(watchdog, noTripRequest, nowNs);

    public void Dispose()
    {
        _outputs.Dispose();
        _controller.Dispose();
    }
}
