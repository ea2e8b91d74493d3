using Gravistore.Drivers;
using Xunit.Sdk;

namespace Gravistore.Wire.Tests;

/// <summary>
/// Runs a test that needs a machine which lets its threads run: one that failed while the machine held them up for long says nothing and is done again.
/// So does a start that no device answered in time. One that fails on a machine that kept its time has failed.
/// </summary>
internal static class Calm
{
    private const int Attempts = 5;

    /// <param name="make">Makes the field.</param>
    /// <param name="test">The test.</param>
    /// <param name="toleratedMs">A thread may be held up for so long without an effect on the test [ms]; 0 = as long as an image may be old.</param>
    public static void Run(Func<FieldRig> make, Action<FieldRig> test, long toleratedMs = 0)
    {
        for (int attempt = 1; ; attempt++)
        {
            using FieldRig rig = make();
            try
            {
                test(rig);
                return;
            }
            catch (Exception e) when (attempt < Attempts && (e is FieldException or OperationCanceledException || (e is XunitException && (toleratedMs > 0 ? rig.HoldUpMs > toleratedMs : rig.WasHeldUp))))
            {
                // The next attempt may find the machine at rest.
            }
        }
    }
}
