namespace Gravistore.Simulator;

/// <summary>One RS-485 line that devices are served on.</summary>
/// <param name="Name">Its name in commands, such as bus-1.</param>
/// <param name="Path">Where masters find its port: a link that is made there and leads to a pseudo terminal.</param>
/// <param name="Baud">Rate, for the wire's timing [bit/s].</param>
/// <param name="TurnaroundMs">From the end of a request, and 3.5 characters more, until the answer begins [ms].</param>
public sealed record SimBus(string Name, string Path, int Baud, double TurnaroundMs)
{
    private const double BitsPerCharacter = 11, GapCharacters = 3.5, FastGapNs = 1.75e6, NsPerS = 1e9;
    private const int FastBaud = 19_200;

    /// <summary>The line gives back what is sent.</summary>
    public bool Echo { get; init; }

    /// <summary>Time of so many characters [ns].</summary>
    public long CharactersNs(int count) => (long)(NsPerS * BitsPerCharacter * count / Baud);

    /// <summary>Silence that ends a frame [ns].</summary>
    public long GapNs => Baud > FastBaud ? (long)FastGapNs : (long)(GapCharacters * CharactersNs(1));
}
