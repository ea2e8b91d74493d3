using Gravistore.Core.Parameters;
using Gravistore.Devices;

namespace Gravistore.Drivers.Checks;

/// <summary>
/// Where a drive's parameter is and how it is coded. Source: ABB FMBT-21 user's manual p50: 16-bit parameters at 400000 + 100 group + index,
/// 32-bit ones at 420000 + 200 group + 2 index; wire address = reference - 400001.
/// </summary>
internal static class DriveRegister
{
    private const int Reference = 400_001, Parameters16 = 400_000, Parameters32 = 420_000;

    /// <summary>Wire address of a parameter's first register.</summary>
    public static ushort Of(DriveParameterInfo parameter) => (ushort)(parameter.Bits == 16
        ? Parameters16 + 100 * parameter.Group + parameter.Index - Reference
        : Parameters32 + 200 * parameter.Group + 2 * parameter.Index - Reference);

    /// <summary>The value in the parameter's unit; a parameter that may be negative is two's complement.</summary>
    public static double Value(DriveParameterInfo parameter, ushort[] words, WordOrder order)
    {
        bool signed = parameter.Minimum < 0;
        double counts = parameter.Bits == 16
            ? (signed ? (short)words[0] : words[0])
            : (signed ? RegisterPair.ToInt32(words[0], words[1], order) : RegisterPair.ToUInt32(words[0], words[1], order));
        return counts / parameter.CountsPerUnit;
    }
}
