using Gravistore.Core.Parameters;

namespace Gravistore.Config.Links;

/// <summary>What one RS-485 line has to carry in a round in which every device is asked everything it can be asked.</summary>
/// <param name="Bus">The line.</param>
/// <param name="Telegrams">Requests with their answers.</param>
/// <param name="Bytes">Bytes of all frames.</param>
/// <param name="LongestExchangeS">The longest request with its answer [s].</param>
/// <param name="RoundS">Time of the round [s].</param>
public sealed record BusBudget(SerialBus Bus, int Telegrams, int Bytes, double LongestExchangeS, double RoundS)
{
    // Unit, function and checksum stand around every frame (Modbus application protocol 6.3, 6.12, 6.17; serial line 2.5.1).
    private const int ReadRequest = 8, ReadAnswer = 5, WriteRequest = 9, WriteAnswer = 8, ReadWriteRequest = 13, WordBytes = 2;

    /// <summary>Registers that are written to a drive, a brake unit and a plant's module.</summary>
    public const int DriveWords = 3, BrakeWords = 3, PlantIoWords = 1;

    /// <summary>Share of the cycle that the round takes.</summary>
    public double Load => RoundS / Bus.CycleS;

    /// <summary>The shortest cycle that would do, in whole cycles of the loop [s].</summary>
    public double AchievedCycleS => 0.01 * Math.Ceiling(100 * RoundS - 1e-9);

    /// <summary>Adds up the devices of one line.</summary>
    /// <param name="bus">The line.</param>
    /// <param name="links">The links it belongs to.</param>
    /// <param name="devices">The register maps of the plant's devices.</param>
    public static BusBudget Of(SerialBus bus, FieldLinks links, DeviceProfiles devices)
    {
        int telegrams = 0, bytes = 0;
        double longestS = 0, roundS = 0;
        foreach (FieldDevice device in links.Devices)
        {
            if (device.Bus?.Name != bus.Name) continue;
            foreach ((int request, int answer) in Exchanges(device.Kind, devices))
            {
                double exchangeS = bus.ExchangeS(request, answer);
                telegrams++;
                bytes += request + answer;
                longestS = Math.Max(longestS, exchangeS);
                roundS += exchangeS;
            }
        }
        return new BusBudget(bus, telegrams, bytes, longestS, roundS);
    }

    /// <summary>Age that a device's image reaches at most when one answer is lost [s]: to the next round, past the lost one, and until the answer is there and the loop takes it.</summary>
    public double AgeAfterOneLossS => Bus.CycleS + Math.Max(Bus.CycleS, RoundS + Bus.AnswerTimeoutS) + LongestExchangeS + 0.01;

    private static (int Request, int Answer)[] Exchanges(FieldDeviceKind kind, DeviceProfiles devices) => kind switch
    {
        FieldDeviceKind.Drive => [ReadWrite(DriveWords, devices.Drive.ReadCount)],
        FieldDeviceKind.PlantIo => [ReadWrite(PlantIoWords, devices.PlantIo.ReadCount)],
        FieldDeviceKind.BrakeUnit => [(WriteRequest + WordBytes * BrakeWords, WriteAnswer), Read(devices.BrakeUnit.ReadCount)],
        FieldDeviceKind.HoistIo => [Read(devices.HoistIo.ReadCount)],
        _ => [Read(devices.Meter.BlockCount)],
    };

    private static (int, int) Read(int words) => (ReadRequest, ReadAnswer + WordBytes * words);

    private static (int, int) ReadWrite(int written, int read) => (ReadWriteRequest + WordBytes * written, ReadAnswer + WordBytes * read);
}
