namespace Gravistore.FirmwareSim.Plant;

/// <summary>Magnets, landing cams and overtravel switches along the shaft, struck by the weight itself.</summary>
internal sealed class ShaftSwitches
{
    private readonly ShaftTruth _shaft;
    private readonly double[] _magnetsM;
    private readonly double _halfLengthM;
    private int _nearest;

    /// <summary>Switches of a shaft; the length is that of a magnet's or cam's field [m].</summary>
    public ShaftSwitches(ShaftTruth shaft, double lengthM)
    {
        _shaft = shaft;
        _halfLengthM = 0.5 * lengthM;
        _magnetsM = new double[shaft.MagnetDepthsM.Count];
        for (int i = 0; i < _magnetsM.Length; i++) _magnetsM[i] = shaft.MagnetDepthsM[i];
    }

    /// <summary>A magnet's field reaches the weight.</summary>
    public bool Magnet(double depthM)
    {
        if (_magnetsM.Length == 0) return false;
        while (_nearest + 1 < _magnetsM.Length && depthM - _magnetsM[_nearest] > _magnetsM[_nearest + 1] - depthM) _nearest++;
        while (_nearest > 0 && depthM - _magnetsM[_nearest - 1] < _magnetsM[_nearest] - depthM) _nearest--;
        return Math.Abs(depthM - _magnetsM[_nearest]) <= _halfLengthM;
    }

    /// <summary>The landing cams act from a little before the landing and on beyond it.</summary>
    public bool UpperLanding(double depthM) => depthM <= _shaft.UpperLandingDepthM + _halfLengthM;

    public bool LowerLanding(double depthM) => depthM >= _shaft.LowerLandingDepthM - _halfLengthM;

    public bool UpperOvertravel(double depthM) => depthM < _shaft.UpperLandingDepthM - _shaft.OvertravelM;

    public bool LowerOvertravel(double depthM) => depthM > _shaft.LowerLandingDepthM + _shaft.OvertravelM;

    /// <summary>The weight is at a landing, not beyond it.</summary>
    public bool OnLanding(double depthM) =>
        Math.Abs(depthM - _shaft.UpperLandingDepthM) <= _halfLengthM || Math.Abs(depthM - _shaft.LowerLandingDepthM) <= _halfLengthM;
}
