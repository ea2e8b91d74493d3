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

    public static void Run(Func<FieldRig> make, Action<FieldRig> test)
    {
        for (int attempt = 1; ; attempt++)
        {
            using FieldRig rig = make();
            try
            {
                test(rig);
                return;
            }
            catch (Exception e) when (attempt < Attempts && (e is FieldException || (e is XunitException && rig.WasHeldUp)))
            {
                // The next attempt may find the machine at rest.
            }
        }
    }
}
