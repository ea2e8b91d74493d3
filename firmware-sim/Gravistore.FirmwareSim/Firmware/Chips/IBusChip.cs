namespace Gravistore.FirmwareSim.Firmware;

/// <summary>A chip on I2C or SPI as its bus sees it.</summary>
public interface IBusChip
{
    /// <summary>One transfer: on I2C bytes written, then bytes read; on SPI both at once.</summary>
    /// <param name="write">What the master sends.</param>
    /// <param name="read">Receives what the chip sends.</param>
    /// <param name="nowMs">Time [ms].</param>
    void Transfer(ReadOnlySpan<byte> write, Span<byte> read, long nowMs);

    /// <summary>The bit of its setting that a disturbance turns over.</summary>
    bool SettingBit { get; set; }

    /// <summary>Its supply was gone for a moment: everything is as after power-up.</summary>
    void PowerUp();
}
