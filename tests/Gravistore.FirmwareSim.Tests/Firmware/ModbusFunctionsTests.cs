using CsCheck;
using Gravistore.FirmwareSim.Firmware;

namespace Gravistore.FirmwareSim.Tests.Firmware;

/// <summary>The slave's side of Modbus: order of checks, exceptions, FC23.</summary>
public class ModbusFunctionsTests
{
    [Theory]
    // Function first, whatever else is wrong.
    [InlineData("55", "D5 01")]
    [InlineData("00", "80 01")]
    [InlineData("04 00 03 00 01", "84 01")]
    [InlineData("01 00 00 00 01", "81 01")]
    // Quantity before address.
    [InlineData("03 FF FF 00 00", "83 03")]
    [InlineData("03 FF FF 00 7E", "83 03")]
    [InlineData("03 00 03 00", "83 03")]
    [InlineData("10 FF FF 00 00 00", "90 03")]
    [InlineData("10 FF FF 00 7C F8", "90 03")]
    [InlineData("10 00 00 00 02 03 04 76 00", "90 03")]
    [InlineData("10 00 00 00 02 04 04 76 00", "90 03")]
    [InlineData("17 00 03 00 00 00 00 00 01 02 04 76", "97 03")]
    [InlineData("17 00 03 00 01 00 00 00 01 04 04 76", "97 03")]
    // Address, without wrapping at 65536.
    [InlineData("03 FF FF 00 02", "83 02")]
    [InlineData("03 00 0D 00 01", "83 02")]
    [InlineData("06 00 0D 00 01", "86 02")]
    [InlineData("10 FF FF 00 02 04 00 00 00 00", "90 02")]
    [InlineData("17 00 0D 00 01 00 00 00 01 02 04 76", "97 02")]
    // Execution.
    [InlineData("06 00 03 00 01", "86 04")]
    // Good ones.
    [InlineData("06 00 00 04 7B", "06 00 00 04 7B")]
    [InlineData("10 00 00 00 03 06 04 76 00 01 00 02", "10 00 00 00 03")]
    [InlineData("03 00 00 00 03", "03 06 00 00 00 00 00 00")]
    public void Requests_are_judged_in_the_order_of_the_standard(string request, string response) =>
        Assert.Equal(response, Ask(new DriveFirmware(TestDevices.Janitza.Drive, TestDevices.Settings), request));

    [Theory]
    [InlineData("")]
    [InlineData("83 02")]
    [InlineData("97 01")]
    public void Exception_responses_are_no_requests(string request) => Assert.Equal("", Ask(new HoistRig().Drive, request));

    [Fact]
    public void Nothing_is_written_when_the_read_of_fc23_is_refused()
    {
        DriveFirmware drive = new HoistRig().Drive;
        Assert.Equal("97 02", Ask(drive, "17 00 0D 00 01 00 00 00 03 06 04 76 00 01 00 02"));
        Assert.Equal("03 06 00 00 00 00 00 00", Ask(drive, "03 00 00 00 03"));
    }

    [Fact]
    public void Fc23_writes_before_it_reads()
    {
        DriveFirmware drive = new HoistRig().Drive;
        Assert.Equal("17 06 04 77 00 05 00 06", Ask(drive, "17 00 00 00 03 00 00 00 03 06 04 77 00 05 00 06"));
    }

    // Trace of ABB's FMBT-21 manual: one FC23 each cycle is heartbeat and poll.
    [Fact]
    public void The_trace_of_the_manual_starts_a_drive()
    {
        HoistRig rig = new() { MasterSpeaks = false };
        Ask(rig.Drive, "17 00 03 00 03 00 00 00 03 06 04 76 00 00 00 00");
        rig.Run(10);
        Assert.Equal("17 06 12 31 00 00 00 00", Ask(rig.Drive, "17 00 03 00 03 00 00 00 03 06 04 77 00 00 00 00"));
        rig.Run(10);
        Assert.Equal("17 06 12 33 00 00 00 00", Ask(rig.Drive, "17 00 03 00 03 00 00 00 03 06 04 77 00 00 00 00"));
    }

    [Fact]
    public void The_failed_function_stands_in_the_error_registers()
    {
        DriveFirmware drive = new HoistRig().Drive;
        Assert.Equal("86 04", Ask(drive, "06 00 03 12 34"));
        Assert.Equal("03 06 00 06 00 70 00 04", Ask(drive, "03 00 5A 00 03"));
    }

    [Fact]
    public void A_meter_answers_both_reads_and_no_writes()
    {
        MeterFirmware meter = new(TestDevices.Janitza.Meter, 0.1, 0.1);
        Assert.Equal("04 04 00 00 00 00", Ask(meter, "04 4A 52 00 02", ModbusFunctionSet.Meter));
        Assert.Equal("86 01", Ask(meter, "06 4A 52 00 02", ModbusFunctionSet.Meter));
        Assert.Equal(ModbusException.IllegalAddress, meter.Write(19_026, [1]));
    }

    [Fact]
    public void Any_bytes_get_an_answer_of_legal_length_or_none()
    {
        DriveFirmware drive = new HoistRig().Drive;
        Gen.Byte.Array[0, 260].Sample(request =>
        {
            byte[] response = new byte[ModbusFunctions.MaxPduLength];
            int length = ModbusFunctions.Execute(drive, ModbusFunctionSet.All, request, response);
            bool answered = request.Length > 0 && request[0] < 0x80;
            return answered ? length is >= 2 and <= ModbusFunctions.MaxPduLength && (response[0] & 0x7F) == request[0] : length == 0;
        });
    }

    private static string Ask(IRegisterDevice device, string request, ModbusFunctionSet functions = ModbusFunctionSet.Drive)
    {
        byte[] response = new byte[ModbusFunctions.MaxPduLength];
        int length = ModbusFunctions.Execute(device, functions, Convert.FromHexString(request.Replace(" ", "")), response);
        return BitConverter.ToString(response, 0, length).Replace('-', ' ');
    }
}
