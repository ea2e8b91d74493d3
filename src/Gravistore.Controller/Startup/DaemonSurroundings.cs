namespace Gravistore.Controller.Startup;

/// <summary>What gravistored touches outside, so that tests can stand in for it.</summary>
/// <param name="Tell">Receives one line for the log.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Environment">Reads a variable of the environment.</param>
/// <param name="Stop">Set when the process is told to end.</param>
internal sealed record DaemonSurroundings(Action<string> Tell, TextWriter Output, Func<string, string?> Environment, CancellationToken Stop);
