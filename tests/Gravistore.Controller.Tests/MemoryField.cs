using Gravistore.Controller.Startup;
using Gravistore.Core.Images;
using Gravistore.Core.Parameters;
using Gravistore.Core.Tests;
using Gravistore.Protocol.Messages;

namespace Gravistore.Controller.Tests;

/// <summary>A plant in memory behind the field's interface.</summary>
internal sealed class MemoryField(PlantParameters plant, double depthM) : IPlantField
{
    private readonly IdealPlant _ideal = new(plant, depthM);

    /// <summary>The chain's reset key.</summary>
    public volatile bool ResetKey;
    /// <summary>The devices give no values.</summary>
    public volatile bool Silent;
    /// <summary>Rope length that is added to every encoder [m].</summary>
    public double EncoderShiftM;
    public bool Disposed { get; private set; }

    public void Start(CancellationToken cancellation)
    {
    }

    public void Take(CycleInput input, long nowNs)
    {
        if (Silent) return;
        _ideal.ResetKey = ResetKey;
        _ideal.Fill();
        input.Plant = _ideal.Input.Plant;
        _ideal.Input.Hoists.CopyTo(input.Hoists, 0);
        for (int i = 0; i < input.Hoists.Length; i++) input.Hoists[i].RopeLengthM += EncoderShiftM;
    }

    public void Send(CycleInput input, CycleResult result, long nowNs) => result.Hoists.CopyTo(_ideal.Result.Hoists, 0);

    public IReadOnlyList<LinkPart> Links() => [new LinkPart("memory", 100, 1, 2, 0, 0)];

    public void RestartStatistics()
    {
    }

    public void Dispose() => Disposed = true;
}
