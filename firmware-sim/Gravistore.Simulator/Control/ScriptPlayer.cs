namespace Gravistore.Simulator.Control;

/// <summary>Plays a script's commands at their times.</summary>
internal sealed class ScriptPlayer(IReadOnlyList<TimedCommand> script)
{
    private int _next;

    /// <summary>Carries out what is due; to be called with rising times.</summary>
    public void Play(long nowMs, Action<SimCommand> apply)
    {
        while (_next < script.Count && script[_next].AtMs <= nowMs) apply(script[_next++].Command);
    }
}
