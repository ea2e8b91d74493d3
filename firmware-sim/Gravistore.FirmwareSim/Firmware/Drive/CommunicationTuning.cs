namespace Gravistore.FirmwareSim.Firmware;

/// <summary>What a drive does when its master falls silent (50.02, 58.14).</summary>
public enum CommunicationLossAction { None = 0, Fault = 1, LastSpeed = 2, SafeSpeed = 3, FaultAlways = 4, Warning = 5 }

/// <summary>Communication supervision in force: of the adapter where 50.01 enables it, else of the embedded fieldbus.</summary>
/// <param name="Action">What a loss leads to.</param>
/// <param name="Steps">Silence allowed [steps of 1 ms].</param>
/// <param name="AnyMessage">58.15 = 1: every message feeds the supervision, reads too.</param>
/// <param name="BootSteps">No supervision this long after power-up [steps of 1 ms].</param>
/// <param name="FaultCode">Code of the fault.</param>
/// <param name="WarningCode">Code of the warning.</param>
public sealed record CommunicationTuning(CommunicationLossAction Action, int Steps, bool AnyMessage, int BootSteps, int FaultCode, int WarningCode)
{
    public static CommunicationTuning From(DriveParameterTable table)
    {
        int boot = DriveTuning.Steps(table[DriveNumber.BootDelay]);
        if (table[DriveNumber.AdapterEnable] != 0.0)
        {
            return new((CommunicationLossAction)(int)table[DriveNumber.AdapterLossFunction], DriveTuning.Steps(table[DriveNumber.AdapterLossTime]),
                false, boot, DriveFaultCode.AdapterCommunication, DriveFaultCode.AdapterCommunicationWarning);
        }
        return new((CommunicationLossAction)(int)table[DriveNumber.EmbeddedLossAction], DriveTuning.Steps(table[DriveNumber.EmbeddedLossTime]),
            table[DriveNumber.EmbeddedLossMode] == 1.0, boot, DriveFaultCode.EmbeddedCommunication, DriveFaultCode.EmbeddedCommunicationWarning);
    }
}
