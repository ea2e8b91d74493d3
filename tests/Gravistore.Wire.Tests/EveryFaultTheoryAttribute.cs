namespace Gravistore.Wire.Tests;

/// <summary>A theory of minutes, run where GRAVISTORE_EVERY_FAULT is set; elsewhere one of each kind has to do.</summary>
internal sealed class EveryFaultTheoryAttribute : TheoryAttribute
{
    public EveryFaultTheoryAttribute()
    {
        if (Environment.GetEnvironmentVariable("GRAVISTORE_EVERY_FAULT") is not { Length: > 0 }) Skip = "takes ten minutes; set GRAVISTORE_EVERY_FAULT=1 to run it";
    }
}
