namespace Gravistore.Simulator.Tests;

/// <summary>A test that needs mbpoll, a Modbus master of others.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class MbpollFactAttribute : FactAttribute
{
    public MbpollFactAttribute()
    {
        bool there = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(f => File.Exists(Path.Combine(f, "mbpoll")));
        if (!there) Skip = "mbpoll is not installed (apt-get install mbpoll)";
    }
}
