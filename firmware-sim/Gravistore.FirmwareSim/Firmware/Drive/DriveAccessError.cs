namespace Gravistore.FirmwareSim.Firmware;

/// <summary>Reasons in error register 400092 (ABB FMBT-21 user's manual p57).</summary>
public static class DriveAccessError
{
    public const int Limit = 0x02;
    public const int WrongType = 0x05;
    public const int ReadOnly = 0x70;
    public const int GroupEnded = 0x71;
    public const int HighWordNotZero = 0x72;
    public const int SecondHalfFirst = 0x73;
    public const int FirstHalfLast = 0x74;
}
