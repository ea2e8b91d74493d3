namespace Gravistore.DryRun.Loop;

/// <summary>Is told what a scenario does.</summary>
internal interface IStepListener
{
    /// <summary>A step begins.</summary>
    void StepBegins(string label, double timeS);

    /// <summary>The power set point changes at once.</summary>
    void PowerSteps(double fromW, double toW);

    /// <summary>No constant set point is in force any more.</summary>
    void PowerReleased();
}
