using Gravistore.Protocol.Messages;
using Gravistore.Runtime;

namespace Gravistore.Controller.Startup;

/// <summary>The field of a plant: its links, and what they have done so far.</summary>
internal interface IPlantField : IField, IDisposable
{
    /// <summary>Opens the links and sees that every device is what the plant file says.</summary>
    /// <exception cref="StartException">One is not.</exception>
    void Start(CancellationToken cancellation);

    /// <summary>Figures of the links, since the start or <see cref="RestartStatistics"/>.</summary>
    IReadOnlyList<LinkPart> Links();

    /// <summary>Counts the links' figures anew from here on.</summary>
    void RestartStatistics();
}
