using System.Device.I2c;
using Iot.Device.Ads1115;

namespace Gravistore.Drivers.Boards;

/// <summary>
/// ADS1115 with up to four current loops over burdens. Conversions are asked for one by one: where inputs change all the time, one that runs by itself
/// would have to be waited for twice. After each the setting it was made with is read back.
/// </summary>
internal sealed class ConverterChip : BoardChip
{
    /// <summary>Words of a poll: counts of each input, 0 where none is used.</summary>
    public const int Words = 4;
    /// <summary>Full scale [V] and the counts of it.</summary>
    public const double FullScaleV = 4.096, FullScaleCounts = 32768;

    private const byte ConfigRegister = 1;
    /// <summary>Input, range, mode and rate; the ready bit and the comparator say nothing of a conversion.</summary>
    private const int SettingMask = 0x7FE0;
    private const int RangeBits = (int)MeasuringRange.FS4096 << 9, SingleBit = (int)DeviceMode.PowerDown << 8, RateBits = (int)DataRate.SPS860 << 5;

    private readonly I2cDevice _device;
    private readonly Ads1115 _chip;
    private readonly int[] _channels;

    /// <param name="device">The chip on its bus.</param>
    /// <param name="channels">Inputs in use.</param>
    public ConverterChip(I2cDevice device, IEnumerable<int> channels)
        : base(device)
    {
        _device = device;
        _channels = [.. channels.Order()];
        _chip = new Ads1115(device, InputOf(_channels.FirstOrDefault()), MeasuringRange.FS4096, DataRate.SPS860, DeviceMode.PowerDown);
    }

    public override void Poll(Span<ushort> words)
    {
        foreach (int channel in _channels)
        {
            words[channel] = unchecked((ushort)_chip.ReadRaw(InputOf(channel)));
            CheckSetting(channel);
        }
    }

    private void CheckSetting(int channel)
    {
        Span<byte> answer = stackalloc byte[2];
        _device.WriteRead([ConfigRegister], answer);
        int setting = ((answer[0] << 8) | answer[1]) & SettingMask, wanted = ((int)InputOf(channel) << 12) | RangeBits | SingleBit | RateBits;
        if (setting != wanted) throw new BoardException($"setting 0x{setting:X4} in place of 0x{wanted:X4}");
    }

    private static InputMultiplexer InputOf(int channel) => InputMultiplexer.AIN0 + channel;
}
