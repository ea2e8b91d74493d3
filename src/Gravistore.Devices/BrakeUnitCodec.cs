using Gravistore.Core.Images;
using Gravistore.Core.Parameters;

namespace Gravistore.Devices;

/// <summary>
/// Registers of one brake unit from and to the controller's images. The unit stops the hoist without us: this codec asks, and reports what the unit says.
/// </summary>
public sealed class BrakeUnitCodec
{
    /// <summary>Registers written every cycle: command, command counter, heartbeat.</summary>
    public const int WriteCount = 3;

    /// <summary>A signed register with this value stands for "no such sensor".</summary>
    private const ushort NotImplemented = 0x8000;
    /// <summary>Pressures and temperatures are coded in tenths.</summary>
    private const double UnitsPerCount = 10.0;

    private readonly BrakeUnitProfile _profile;
    private readonly ushort _magic;

    /// <exception cref="ArgumentException">An offset lies outside the block or a command does not fit a register.</exception>
    public BrakeUnitCodec(BrakeUnitProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        int count = profile.ReadCount;
        ProfileCheck.Inside(profile.Name, "magic", profile.MagicOffset, 1, count);
        ProfileCheck.Inside(profile.Name, "heartbeat", profile.HeartbeatOffset, 1, count);
        ProfileCheck.Inside(profile.Name, "state", profile.StateOffset, 1, count);
        ProfileCheck.Inside(profile.Name, "fault bits", profile.FaultBitsOffset, 1, count);
        ProfileCheck.Inside(profile.Name, "pressures of both channels", profile.PressureOffset, 2, count);
        ProfileCheck.Inside(profile.Name, "disc temperature", profile.DiscTemperatureOffset, 1, count);
        _magic = Register(profile, "magic", profile.Magic);
        Register(profile, "command start", profile.CommandStart);
        Register(profile, "command release", profile.CommandRelease);
        Register(profile, "command apply", profile.CommandApply);
        Register(profile, "command full", profile.CommandFull);
        _profile = profile;
    }

    /// <summary>
    /// Brings the telegram last sent up to date: command, counter, heartbeat. The heartbeat moves every cycle; the counter moves only with a new command.
    /// So a release that merely goes on does not lift the brakes again after the chain, the drive's relay or the unit itself has set them:
    /// it has to be given anew. A unit that reports Off is asked again and again to start; starting its pump lifts no brake.
    /// A command that is no command means apply.
    /// </summary>
    /// <param name="output">Outputs of the hoist.</param>
    /// <param name="reported">State that the unit last reported.</param>
    /// <param name="telegram">The <see cref="WriteCount"/> registers as last sent to this unit, zeros at first; updated in place.</param>
    /// <exception cref="ArgumentException">Fewer than three registers.</exception>
    public void Encode(in HoistOutput output, BrakeUnitState reported, Span<ushort> telegram)
    {
        if (telegram.Length < WriteCount) throw new ArgumentException("a brake unit is written three registers: command, counter, heartbeat", nameof(telegram));
        ushort beat = unchecked((ushort)output.Heartbeat);
        ushort command = (ushort)CommandWord(output.BrakeCommand, reported);
        if (command != telegram[0] || command == _profile.CommandStart) telegram[1] = NextCounter(telegram[1], beat);
        telegram[0] = command;
        telegram[2] = beat;
    }

    /// <summary>Reads pressures [bar], disc temperature [deg C], state, fault bits and heartbeat. The age is the caller's.</summary>
    /// <returns>The quality also written to the image: bad, with all values left alone, for a short block, a wrong magic number, an unknown state or a missing sensor.</returns>
    public Quality Decode(ReadOnlySpan<ushort> words, ref HoistInput image)
    {
        if (!IsPlausible(words)) return image.BrakeQuality = Quality.Bad;
        image.PressureABar = Tenths(words[_profile.PressureOffset]);
        image.PressureBBar = Tenths(words[_profile.PressureOffset + 1]);
        image.DiscTemperatureC = Tenths(words[_profile.DiscTemperatureOffset]);
        image.BrakeState = (BrakeUnitState)words[_profile.StateOffset];
        image.BrakeFaultBits = words[_profile.FaultBitsOffset];
        image.BrakeHeartbeat = words[_profile.HeartbeatOffset];
        return image.BrakeQuality = Quality.Good;
    }

    private bool IsPlausible(ReadOnlySpan<ushort> words) =>
        words.Length >= _profile.ReadCount
        && words[_profile.MagicOffset] == _magic
        && words[_profile.StateOffset] <= (int)BrakeUnitState.Fault
        && words[_profile.PressureOffset] != NotImplemented
        && words[_profile.PressureOffset + 1] != NotImplemented
        && words[_profile.DiscTemperatureOffset] != NotImplemented;

    private int CommandWord(BrakeCommand command, BrakeUnitState reported)
    {
        if (command == BrakeCommand.ApplyFull) return _profile.CommandFull;
        if (reported == BrakeUnitState.Off) return _profile.CommandStart;
        return command == BrakeCommand.Release ? _profile.CommandRelease : _profile.CommandApply;
    }

    /// <summary>Taken from the heartbeat, so that a controller that starts anew does not count along the numbers of its former life.</summary>
    private static ushort NextCounter(ushort last, ushort beat) => beat != last ? beat : unchecked((ushort)(beat + 1));

    private static double Tenths(ushort word) => (short)word / UnitsPerCount;

    private static ushort Register(BrakeUnitProfile profile, string item, int value)
    {
        if (value is >= 0 and <= ushort.MaxValue) return (ushort)value;
        throw new ArgumentException($"{profile.Name}: {item} is {value}; a register holds 0 to 65535.");
    }
}
