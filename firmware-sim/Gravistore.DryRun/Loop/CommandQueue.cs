using Gravistore.Core.Images;

namespace Gravistore.DryRun.Loop;

/// <summary>The commands of one cycle.</summary>
internal sealed class CommandQueue
{
    private readonly Command[] _commands = new Command[CycleInput.MaxCommands];
    private int _count;

    /// <summary>False when a further step must wait for the next cycle; one place is kept for a followed series.</summary>
    public bool HasRoom => _count < CycleInput.MaxCommands - 1;

    public void Add(CommandKind kind, double powerW, double rateWPerS, int readyHoists = 0)
    {
        Command command = default;
        command.Kind = kind;
        command.PowerW = powerW;
        command.RateWPerS = rateWPerS;
        command.ReadyHoists = readyHoists;
        _commands[_count++] = command;
    }

    /// <summary>Hands all commands to a cycle's input.</summary>
    public void MoveTo(CycleInput input)
    {
        _commands.AsSpan(0, _count).CopyTo(input.Commands);
        input.CommandCount = _count;
        _count = 0;
    }
}
