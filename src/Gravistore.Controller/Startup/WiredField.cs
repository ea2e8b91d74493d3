using Gravistore.Config;
using Gravistore.Core.Images;
using Gravistore.Core.Parameters;
using Gravistore.Drivers;
using Gravistore.Json;
using Gravistore.Protocol.Messages;

namespace Gravistore.Controller.Startup;

/// <summary>The field over its wires.</summary>
internal sealed class WiredField : IPlantField
{
    private readonly FieldBus _bus;

    private WiredField(FieldBus bus) => _bus = bus;

    /// <summary>Reads where every device is; nothing is opened yet.</summary>
    /// <exception cref="RefusedException">The links file or the wiring file is wrong.</exception>
    public static WiredField Open(DaemonOptions options, PlantParameters plant)
    {
        Findings findings = [];
        FieldLinks? links = LinksFile.Load(options.Links!, plant, findings);
        FieldWiring? wiring = options.Wiring is { } file ? WiringFile.Load(file, plant, findings) : null;
        findings.ThrowIfErrors();
        return new WiredField(FieldBus.Open(plant, links!, wiring, options.IoSocket, priority: options.Loop.LinkPriority));
    }

    public void Start(CancellationToken cancellation)
    {
        try
        {
            _bus.Start(cancellation);
        }
        catch (FieldException e)
        {
            throw new StartException(StartErrors.Field, string.Join(" | ", e.Findings));
        }
    }

    public void Take(CycleInput input, long nowNs) => _bus.Take(input, nowNs);

    public void Send(CycleInput input, CycleResult result, long nowNs) => _bus.Send(result, nowNs);

    public IReadOnlyList<LinkPart> Links() => [.. _bus.Statistics.Select(s => new LinkPart(s.Name, s.RoundTripsPerSecond, s.P50Us, s.P99Us, s.TimeOuts, s.Reconnects))];

    public void RestartStatistics() => _bus.RestartStatistics();

    public void Dispose() => _bus.Dispose();
}
