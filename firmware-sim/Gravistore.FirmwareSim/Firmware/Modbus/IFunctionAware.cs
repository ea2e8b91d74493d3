namespace Gravistore.FirmwareSim.Firmware;

/// <summary>A device that wants to know by which Modbus function it is accessed (a drive keeps the function that failed).</summary>
public interface IFunctionAware
{
    /// <summary>Code of the function about to be executed; 0 = direct access without a wire.</summary>
    byte CurrentFunction { get; set; }
}
