using System.Net.Sockets;
using System.Text;
using Gravistore.Config;
using Gravistore.Core.Images;
using Gravistore.Core.Parameters;
using Gravistore.Drivers;
using Gravistore.Json;

namespace Gravistore.Wire.Bench;

/// <summary>Eight drives in a cycle of 10 ms, told to stay off; the first one fails in one way after the other.</summary>
internal static class Others
{
    private const int CycleMs = 10, NsPerMs = 1_000_000;
    private const string Failing = "h1.drive";

    private static readonly (string Name, string Command)[] Phases =
        [("healthy", "heal"), ("dead", "silence"), ("slow", "late 40"), ("half-open", "cut"), ("resetting", "reset")];

    public static void Run(string controlSocket, double seconds, int rounds)
    {
        Findings findings = [];
        PlantParameters? plant = PlantFile.Load("config/plants/pyhasalmi.json", [], findings);
        FieldLinks? links = plant is null ? null : LinksFile.Load("config/links/pyhasalmi-local.json", plant, findings);
        findings.ThrowIfErrors();
        using Socket control = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        control.Connect(new UnixDomainSocketEndPoint(controlSocket));
        using FieldBus field = FieldBus.Open(plant!, links!);
        field.Start(CancellationToken.None);
        Loop loop = new(field, plant!.HoistCount);
        loop.Run(seconds);
        // Phase after phase in every round, so that what else the machine does falls on all of them alike.
        List<double>[] p99Us = [.. Phases.Select(_ => new List<double>())];
        for (int round = 0; round < rounds; round++)
            for (int phase = 0; phase < Phases.Length; phase++)
            {
                Tell(control, $"link {Failing} {Phases[phase].Command}");
                loop.Run(0.5);
                field.RestartStatistics();
                loop.Run(seconds);
                p99Us[phase].Add(field.Statistics.Where(s => s.Name.EndsWith(".drive", StringComparison.Ordinal) && s.Name != Failing).Average(s => s.P99Us));
                Tell(control, $"link {Failing} heal");
                loop.Run(1);
            }
        for (int phase = 0; phase < Phases.Length; phase++)
        {
            p99Us[phase].Sort();
            Console.WriteLine(FormattableString.Invariant($"{Phases[phase].Name} {p99Us[phase][rounds / 2]:F0}"));
        }
    }

    private static void Tell(Socket control, string command)
    {
        control.Send(Encoding.UTF8.GetBytes(command + "\n"));
        byte[] answer = new byte[1000];
        string text = Encoding.UTF8.GetString(answer, 0, control.Receive(answer)).Trim();
        if (text != "ok") throw new InvalidOperationException($"{command}: {text}");
    }

    /// <summary>A loop that tells every drive to stay off.</summary>
    private sealed class Loop(FieldBus field, int hoists)
    {
        private readonly CycleInput _input = new(hoists);
        private readonly CycleResult _result = new(hoists);
        private long _nextNs = FieldBus.MonotonicNs();

        public void Run(double seconds)
        {
            _nextNs = FieldBus.MonotonicNs();
            for (long endNs = _nextNs + (long)(1e9 * seconds); _nextNs < endNs; _nextNs += CycleMs * NsPerMs)
            {
                while (FieldBus.MonotonicNs() < _nextNs) Thread.Sleep(1);
                field.Take(_input, FieldBus.MonotonicNs());
                field.Send(_result, FieldBus.MonotonicNs());
            }
        }
    }
}
