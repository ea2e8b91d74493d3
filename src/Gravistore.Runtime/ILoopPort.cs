using Gravistore.Core;
using Gravistore.Core.Images;

namespace Gravistore.Runtime;

/// <summary>Those who talk with the loop: both calls are made in every cycle by the loop's thread, never wait and allocate nothing.</summary>
public interface ILoopPort
{
    /// <summary>Puts commands into the input: at most <see cref="CyclicExecutive.MaxPortCommands"/>.</summary>
    void Take(CycleInput input);

    /// <summary>A cycle is over and its outputs are sent.</summary>
    /// <param name="slips">Slips of this cycle.</param>
    void Tell(CycleInput input, CycleResult result, ControllerState state, int slips);
}
