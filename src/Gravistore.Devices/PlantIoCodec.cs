using Gravistore.Core.Images;
using Gravistore.Core.Parameters;

namespace Gravistore.Devices;

/// <summary>The plant's input and output module: state of the hard-wired chain and the reset key in, watchdog and trip request out.</summary>
public sealed class PlantIoCodec
{
    /// <summary>Registers written every cycle: the output word.</summary>
    public const int WriteCount = 1;

    private readonly int _readCount;
    private readonly int _digitalOffset;
    private readonly int _lifeOffset;
    private readonly int _watchdogMask;
    private readonly int _noTripRequestMask;
    private readonly DigitalLine[] _lines;

    /// <exception cref="ArgumentException">An offset lies outside the block, a bit is no bit, or both outputs share one bit.</exception>
    public PlantIoCodec(PlantIoProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        _readCount = profile.ReadCount;
        _digitalOffset = ProfileCheck.Inside(profile.Name, "digital word", profile.DigitalOffset, 1, _readCount);
        _lifeOffset = ProfileCheck.Inside(profile.Name, "life counter", profile.LifeCounterOffset, 1, _readCount);
        _watchdogMask = 1 << ProfileCheck.Bit(profile.Name, "watchdog", profile.WatchdogBit);
        _noTripRequestMask = 1 << ProfileCheck.Bit(profile.Name, "no trip request", profile.NoTripRequestBit);
        if (_watchdogMask == _noTripRequestMask) throw new ArgumentException($"{profile.Name}: watchdog and trip request share output bit {profile.WatchdogBit}.");
        _lines =
        [
            new DigitalLine(profile.Name, "chain closed", profile.ChainClosed, (int)PlantSignals.ChainClosed),
            new DigitalLine(profile.Name, "emergency stop", profile.EmergencyStop, (int)PlantSignals.EmergencyStop),
            new DigitalLine(profile.Name, "reset key", profile.ResetKey, (int)PlantSignals.ResetKey),
            new DigitalLine(profile.Name, "overspeed", profile.Overspeed, (int)PlantSignals.Overspeed),
        ];
    }

    /// <summary>Writes the output word. The trip request is sent inverted (1 = no trip asked), so that a dead module or a cut wire asks for the trip.</summary>
    /// <exception cref="ArgumentException">No register given.</exception>
    public void Encode(in PlantOutput output, Span<ushort> words)
    {
        if (words.Length < WriteCount) throw new ArgumentException("the plant module is written one register: its outputs", nameof(words));
        int word = (output.Watchdog & 1) != 0 ? _watchdogMask : 0;
        if (output.TripRequest == 0) word |= _noTripRequestMask;
        words[0] = (ushort)word;
    }

    /// <summary>Reads the plant's signals and the module's life counter. The age is the caller's.</summary>
    /// <returns>The quality also written to the image: bad, with the signals left alone, when the block is short.</returns>
    public Quality Decode(ReadOnlySpan<ushort> words, ref PlantInput image)
    {
        if (words.Length < _readCount) return image.IoQuality = Quality.Bad;
        image.Signals = (PlantSignals)DigitalLine.Flags(_lines, words[_digitalOffset]);
        image.IoLifeCounter = words[_lifeOffset];
        return image.IoQuality = Quality.Good;
    }
}
