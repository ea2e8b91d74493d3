using Gravistore.Core.Images;
using Gravistore.Core.Parameters;

namespace Gravistore.Devices;

/// <summary>The input module of one hoist: limit switches, brake lift switches, magnet and the rope's load cell.</summary>
public sealed class HoistIoCodec
{
    private readonly int _readCount;
    private readonly int _digitalOffset;
    private readonly int _lifeOffset;
    private readonly int _forceOffset;
    private readonly DigitalLine[] _lines;
    private readonly CurrentLoop _force;

    /// <exception cref="ArgumentException">An offset lies outside the block, a bit is no bit, or the load cell's scaling cannot work.</exception>
    public HoistIoCodec(HoistIoProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        _readCount = profile.ReadCount;
        _digitalOffset = ProfileCheck.Inside(profile.Name, "digital word", profile.DigitalOffset, 1, _readCount);
        _lifeOffset = ProfileCheck.Inside(profile.Name, "life counter", profile.LifeCounterOffset, 1, _readCount);
        _forceOffset = ProfileCheck.Inside(profile.Name, "rope force", profile.RopeForce.Register, 1, _readCount);
        _force = new CurrentLoop(profile.Name, "rope force", profile.RopeForce);
        _lines =
        [
            Line(profile, "brake A lifted", profile.BrakeALifted, HoistSignals.BrakeALifted),
            Line(profile, "brake B lifted", profile.BrakeBLifted, HoistSignals.BrakeBLifted),
            Line(profile, "brake A set", profile.BrakeASet, HoistSignals.BrakeASet),
            Line(profile, "brake B set", profile.BrakeBSet, HoistSignals.BrakeBSet),
            Line(profile, "upper landing", profile.UpperLanding, HoistSignals.UpperLanding),
            Line(profile, "lower landing", profile.LowerLanding, HoistSignals.LowerLanding),
            Line(profile, "upper overtravel", profile.UpperOvertravel, HoistSignals.UpperOvertravel),
            Line(profile, "lower overtravel", profile.LowerOvertravel, HoistSignals.LowerOvertravel),
            Line(profile, "slack rope", profile.SlackRope, HoistSignals.SlackRope),
            Line(profile, "magnet", profile.Magnet, HoistSignals.Magnet),
        ];
    }

    /// <summary>
    /// Reads signals, life counter and rope force [N]. The age is the caller's. A load cell whose loop is broken, shorted or out of range makes
    /// the rope force bad and leaves its last value; the digital signals stay good.
    /// </summary>
    /// <returns>The quality of the module also written to the image: bad, with all values left alone, when the block is short.</returns>
    public Quality Decode(ReadOnlySpan<ushort> words, ref HoistInput image)
    {
        if (words.Length < _readCount)
        {
            image.RopeForceQuality = Quality.Bad;
            return image.IoQuality = Quality.Bad;
        }
        image.Signals = (HoistSignals)DigitalLine.Flags(_lines, words[_digitalOffset]);
        image.IoLifeCounter = words[_lifeOffset];
        image.RopeForceQuality = ReadForce(words[_forceOffset], ref image.RopeForceN);
        return image.IoQuality = Quality.Good;
    }

    private Quality ReadForce(ushort word, ref double forceN)
    {
        if (_force.Read(word, out double valueN) != CurrentLoopState.Valid) return Quality.Bad;
        forceN = valueN;
        return Quality.Good;
    }

    private static DigitalLine Line(HoistIoProfile profile, string item, DigitalInput input, HoistSignals signal) =>
        new(profile.Name, item, input, (int)signal);
}
