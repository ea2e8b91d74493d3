using System.Globalization;
using Gravistore.Core.Parameters;
using Gravistore.Drivers.Links;
using Gravistore.Drivers.Ports;
using NModbus;

namespace Gravistore.Drivers.Checks;

/// <summary>
/// Reads of a drive what makes it this drive of this hoist: identity, word order, scaling, gear, torque, ramps and its own time-out, and holds it against
/// plant file and device file. One difference, and every speed, force or stop of that hoist would be another than the controller believes.
/// </summary>
internal sealed class DriveCheck
{
    /// <summary>What a parameter must be.</summary>
    private sealed record Expectation(DriveParameterInfo Parameter, double Value, string From)
    {
        public string Number => $"{Parameter.Group:00}.{Parameter.Index:00}";
    }

    private const int FirmwareGroup = 7, WordOrderGroup = 58;
    private const string FromDevice = "the device file", FromPlant = "the plant file";

    private readonly DriveProfile _profile;
    private readonly List<Expectation> _expected = [];

    private DriveCheck(PlantParameters plant)
    {
        _profile = plant.Devices.Drive;
        // The order of words first: with another one every 32-bit value below would be wrong.
        Expect(WordOrderGroup, 34, _profile.WordOrder == WordOrder.LowFirst ? 1 : 0, FromDevice);
        Expect(FirmwareGroup, 5, Find(FirmwareGroup, 5)?.Default ?? 0, FromDevice);
        Expect(46, 1, plant.Drive.SpeedScalingRpm, FromPlant);
        Expect(46, 3, plant.Drive.TorqueScalingPercent, FromPlant);
        Expect(90, 43, plant.Hoist.GearRatio, FromPlant);
        Expect(99, 12, plant.Hoist.MotorRatedTorqueNm, FromPlant);
        Expect(30, 20, plant.Drive.MaxTorquePercent, FromPlant);
        Expect(30, 27, plant.Drive.GeneratingPowerLimitPercent, FromPlant);
        Expect(44, 6, 1, "the controller");
        Expect(44, 10, plant.Drive.ProveTorquePercent, FromPlant);
        Expect(50, 3, plant.Drive.CommunicationTimeoutS, FromPlant);
        Expect(23, 12, 0, "the controller, which plans its own ramps");
        Expect(23, 13, 0, "the controller, which plans its own ramps");
    }

    public static DeviceCheck Of(PlantParameters plant)
    {
        DriveCheck check = new(plant);
        return check.Run;
    }

    private void Run(DevicePort port, LinkSession session, FindingSink findings)
    {
        foreach (Expectation expected in _expected)
        {
            if (!TryRead(port, session, expected.Parameter, out double value))
            {
                findings.Add(FieldErrors.Refused, port.Device, $"it does not know parameter {expected.Number} {expected.Parameter.Name}");
                return;
            }
            if (Math.Abs(value - expected.Value) <= Tolerance(expected)) continue;
            bool identity = expected.Parameter.Group is FirmwareGroup or WordOrderGroup;
            findings.Add(identity ? FieldErrors.WrongDevice : FieldErrors.WrongSetting, port.Device,
                $"{expected.Number} {expected.Parameter.Name} is {Text(value, expected.Parameter)}", $"{Text(expected.Value, expected.Parameter)}, as {expected.From} says");
            if (identity) return;
        }
        LifeCheck.Run(port, session, findings, _profile.LifeCounterOffset);
    }

    private void Expect(int group, int index, double value, string from)
    {
        if (Find(group, index) is { } parameter) _expected.Add(new Expectation(parameter, value, from));
    }

    private DriveParameterInfo? Find(int group, int index) => _profile.Parameters.FirstOrDefault(p => p.Group == group && p.Index == index);

    // Half a count of the register, and what a value loses on its way through a file.
    private static double Tolerance(Expectation expected) => 0.51 / expected.Parameter.CountsPerUnit + 1e-9 * Math.Abs(expected.Value);

    private bool TryRead(DevicePort port, LinkSession session, DriveParameterInfo parameter, out double value)
    {
        value = 0;
        try
        {
            ushort[] words = session.Ask(m => m.ReadHoldingRegisters((byte)port.Device.Unit, DriveRegister.Of(parameter), (ushort)(parameter.Bits / 16)));
            value = DriveRegister.Value(parameter, words, _profile.WordOrder);
            return true;
        }
        catch (SlaveException)
        {
            return false;
        }
    }

    private static string Text(double value, DriveParameterInfo parameter) =>
        string.Create(CultureInfo.InvariantCulture, $"{value:G9}{(parameter.Unit.Length > 0 && parameter.Unit != "1" ? " " + parameter.Unit : "")}");
}
