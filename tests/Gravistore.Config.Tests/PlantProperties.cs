using CsCheck;
using Gravistore.Core.Parameters;
using Gravistore.Json;

namespace Gravistore.Config.Tests;

public sealed class PlantProperties
{
    /// <summary>Path, minimum and maximum of every number of a plant file.</summary>
    private static readonly (string Path, double Minimum, double Maximum)[] Numbers =
    [
        .. ConfigSchemas.Spec("plant")!.Keys.OfType<SectionKey>().SelectMany(s => s.Spec.Keys.OfType<NumberKey>().Select(k => ($"{s.Name}.{k.Name}", k.Minimum, k.Maximum))),
    ];

    private static PlantParameters? Load(string path, double value, Findings findings) =>
        PlantFile.Load(Shipped.Plant("pyhasalmi"), [new Override("plant", path, JsonText.Number(value))], findings);

    [Fact]
    public void AnyAllowedValueGivesAPlantOrErrorsWithNumbers()
    {
        Gen.Select(Gen.Int[0, Numbers.Length - 1], Gen.Double[0, 1]).Sample((which, share) =>
        {
            (string path, double minimum, double maximum) = Numbers[which];
            Findings findings = [];
            PlantParameters? plant = Load(path, Math.Clamp(minimum + share * share * share * (maximum - minimum), minimum, maximum), findings);
            bool explained = findings.All(f => !f.Message.Contains("NaN") && !f.Message.Contains('∞') && f.Cure.Length > 0);
            return explained && plant is null == findings.HasErrors;
        }, iter: 300, threads: 1);
    }

    [Fact]
    public void ValuesOutsideTheirRangeAreRefused()
    {
        foreach ((string path, double minimum, double maximum) in Numbers)
        {
            foreach (double value in new[] { Math.BitDecrement(minimum), Math.BitIncrement(maximum) })
            {
                Findings findings = [];
                Assert.Null(Load(path, value, findings));
                Assert.Contains(findings, f => f.Code == "GS-J024" && f.Path == path);
            }
        }
    }

    [Fact]
    public void BrakesAreRefusedExactlyBelowOneAndAHalfTimesTheLoad()
    {
        double neededKN = 1.5 * (60_000 + 24 * 517) * 9.81 / 1e3;
        Gen.Double[900, 1300].Where(kn => Math.Abs(kn - neededKN) > 1e-6).Sample(kn =>
        {
            Findings findings = [];
            return Load("brakes.channelForceKN", kn, findings) is null == kn < neededKN && findings.Any(f => f.Code == "GS-C011") == kn < neededKN;
        }, iter: 50, threads: 1);
    }

    [Fact]
    public void RopesAreRefusedExactlyBelowTheDrumRule()
    {
        double neededKN = (7.0 - 0.001 * 517 / 0.3048) * (60_000 + 24 * 517) * 9.81 / 1e3 / 2;
        Gen.Double[1500, 2500].Where(kn => Math.Abs(kn - neededKN) > 1e-6).Sample(kn =>
        {
            Findings findings = [];
            Load("rope.breakingForceKN", kn, findings);
            return findings.Any(f => f.Code == "GS-C010") == kn < neededKN;
        }, iter: 50, threads: 1);
    }
}
