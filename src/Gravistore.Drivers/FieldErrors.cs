namespace Gravistore.Drivers;

/// <summary>Declaration of one error of the field: number, what has happened, what to do.</summary>
public sealed record FieldErrorInfo(string Code, string Title, string Cause, string Cure);

/// <summary>The error numbers of field devices that are not there or not what the plant file says.</summary>
public static class FieldErrors
{
    public static readonly FieldErrorInfo NoConnection = new("GS-D001", "no connection", "Nothing answers at a device's host and port.", "check the device's supply and cable, and its address in the links file");
    public static readonly FieldErrorInfo NoAnswer = new("GS-D002", "no answer", "The connection stands, but the device does not answer its unit in time.", "check the unit in the links file and that nothing else uses the device");
    public static readonly FieldErrorInfo Refused = new("GS-D003", "access refused", "A device answers a read with an exception: it is another device, or has another register map.", "check which device answers there, and its file under config/drives");
    public static readonly FieldErrorInfo WrongDevice = new("GS-D004", "wrong device", "What identifies a device is not what its file says.", "check which device answers at this address, and the name of its file in the plant file");
    public static readonly FieldErrorInfo WrongSetting = new("GS-D005", "setting differs from the plant file", "A drive's parameter differs from the plant file, so speeds, forces or stops would be wrong.", "set the drive's parameter, or correct the plant file");
    public static readonly FieldErrorInfo Dead = new("GS-D006", "device stands still", "A device answers, but its counter does not run: nothing behind its registers is alive.", "restart the device");
    public static readonly FieldErrorInfo NoChip = new("GS-D010", "no such GPIO chip", "No GPIO chip of this machine has the label that the wiring file names, or more than one has.", "see the labels with gpioinfo and correct gpio.label in the wiring file; the controller's user needs the group gpio");
    public static readonly FieldErrorInfo NoLine = new("GS-D011", "no such line", "The GPIO chip has no line of this name, or more than one.", "see the names with gpioinfo and correct the wiring file");
    public static readonly FieldErrorInfo LineInUse = new("GS-D012", "line in use", "Somebody else has claimed the line.", "end the program, or take the kernel's overlay away, that uses it");
    public static readonly FieldErrorInfo NoLibrary = new("GS-D013", "GPIO library missing", "The library that the wiring file names is not installed or does not open the chip.", "name the library that this machine has in gpio.library: libgpiod-v2 needs libgpiod.so.3, libgpiod-v1 needs libgpiod.so.2");
    public static readonly FieldErrorInfo NoBoard = new("GS-D014", "board does not answer", "A board does not answer at its bus and address, or answers as something else.", "check its supply, address pins and wires, and its bus and address in the wiring file; i2cdetect shows who answers; the controller's user needs the groups i2c and spi");
    public static readonly FieldErrorInfo PortMissing = new("GS-D020", "serial port missing", "There is no port where the links file says.", "plug in the adapter, or correct the line's path in the links file; /dev/serial/by-id names adapters that stay the same");
    public static readonly FieldErrorInfo PortRights = new("GS-D021", "serial port without rights", "The controller's user may not open the port.", "add the user to the group of the port (dialout on Debian), and start again");
    public static readonly FieldErrorInfo PortNotSerial = new("GS-D022", "no serial port", "What the links file names is no serial port.", "correct the line's path in the links file");
    public static readonly FieldErrorInfo PortInUse = new("GS-D023", "serial port in use", "Another program holds the port.", "end the other program; a line has one master");
    public static readonly FieldErrorInfo PortSettings = new("GS-D024", "serial port refuses its settings", "The port does not take rate or format.", "take a rate and format that port and devices have");
    public static readonly FieldErrorInfo PortGone = new("GS-D025", "serial port gone", "The port was there and vanished.", "plug the adapter in again, and look at its cable and supply");

    /// <summary>All of them, in ascending order.</summary>
    public static IReadOnlyList<FieldErrorInfo> All { get; } = [NoConnection, NoAnswer, Refused, WrongDevice, WrongSetting, Dead, NoChip, NoLine, LineInUse, NoLibrary, NoBoard, PortMissing, PortRights, PortNotSerial, PortInUse, PortSettings, PortGone];
}
