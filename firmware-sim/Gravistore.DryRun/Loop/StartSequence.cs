namespace Gravistore.DryRun.Loop;

/// <summary>Somebody at the chain's own key: presses it shortly after the start, and again when a scenario resets.</summary>
internal sealed class StartSequence
{
    /// <summary>The key goes down this long after the start [s], and stays down that long [s].</summary>
    public const double PressAtS = 0.5, PressForS = 0.5;
    /// <summary>The plant must be ready by then [s].</summary>
    public const double TimeoutS = 10;
    /// <summary>A hoist that is still tripped by then is left behind [s].</summary>
    public const double HoistPatienceS = 5;

    private double _pressedAtS = PressAtS;

    public bool KeyPressed { get; private set; }

    /// <summary>Presses the key from now on.</summary>
    public void Press(double nowS) => _pressedAtS = nowS;

    /// <summary>One cycle; while the plant is starting the key is pressed again once a second, since drives take their time to boot.</summary>
    public void Play(double nowS, bool starting)
    {
        if (starting && nowS >= _pressedAtS + 2 * PressForS) _pressedAtS = nowS;
        KeyPressed = nowS >= _pressedAtS && nowS < _pressedAtS + PressForS;
    }
}
