using CsCheck;
using Gravistore.DryRun.Bench;
using Gravistore.DryRun.Bench.PowerStep;
using Gravistore.DryRun.Loop;

namespace Gravistore.DryRun.Tests.Bench;

public sealed class AllowedDepthsTests
{
    [Fact]
    public void Depths_keep_charge_stroke_spread_and_travel() =>
        Gen.ULong.Select(Gen.Int[0, 2], Gen.Bool).Sample((seed, place, lowers) =>
        {
            int charge = StepCells.Charges[place];
            StepDirection direction = lowers ? StepDirection.Lower : StepDirection.Raise;
            AllowedDepths allowed = new(Plants.Reference.Plant);
            double[] depthsM = allowed.Draw(direction, charge, seed);
            Assert.Equal(depthsM, allowed.Draw(direction, charge, seed));
            Assert.Equal(8, depthsM.Length);
            Assert.Equal(charge, 100 * new StoredEnergy(Plants.Reference.Plant.Shaft, Plants.Reference.Plant.Hoist).MeanShare(depthsM), 1e-3);
            Assert.True(0.5 * (depthsM.Max() - depthsM.Min()) >= (charge == 50 ? 100 : 48) - 1e-6);
            Assert.InRange(depthsM.Min(), direction == StepDirection.Raise ? 15 + 33 : 15, 515);
            Assert.InRange(depthsM.Max(), 15, direction == StepDirection.Lower ? 515 - 33 : 515);
        }, iter: 200);

    [Fact]
    public void A_plant_without_room_is_refused() =>
        Assert.Contains("leith", Assert.Throws<BenchException>(() => new AllowedDepths(Plants.Leith.Plant).Draw(StepDirection.Lower, 10, 1)).Message);
}
