using System.Reflection;
using System.Runtime.CompilerServices;
using Gravistore.Core;
using Gravistore.Core.Modes;

namespace Gravistore.Runtime;

/// <summary>
/// Compiles everything that the loop may ever call before it begins: a method compiled in the middle of a cycle takes milliseconds. With tiered
/// compilation off this is done once and for good.
/// </summary>
public static class WarmUp
{
    private const BindingFlags Every = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>Compiles all methods of these assemblies, and what the modes' machines call.</summary>
    /// <returns>Methods compiled.</returns>
    public static int Compile(int hoistCount, params IReadOnlyList<Assembly> assemblies)
    {
        int count = 0;
        foreach (Assembly assembly in assemblies)
            // The runtime itself provides the methods of delegates.
            foreach (Type type in assembly.GetTypes().Where(t => !t.ContainsGenericParameters && !t.IsInterface && !t.IsSubclassOf(typeof(Delegate))))
                count += Compile(type);
        FireEverything(hoistCount);
        return count;
    }

    private static int Compile(Type type)
    {
        int count = 0;
        foreach (MethodBase method in type.GetMethods(Every).Cast<MethodBase>().Concat(type.GetConstructors(Every)))
        {
            if (method.IsAbstract || method.ContainsGenericParameters || (method.Attributes & MethodAttributes.PinvokeImpl) != 0) continue;
            RuntimeHelpers.PrepareMethod(method.MethodHandle);
            count++;
        }
        return count;
    }

    // The machines' own code is generic over the modes and compiled where it is used: every trigger in every mode, on a state of its own.
    private static void FireEverything(int hoistCount)
    {
        ControllerState state = new(hoistCount);
        PlantModes plant = new(state);
        HoistModes hoist = new(state, 0);
        foreach (PlantMode mode in Enum.GetValues<PlantMode>())
            foreach (PlantTrigger trigger in Enum.GetValues<PlantTrigger>())
            {
                state.Plant.Mode = mode;
                plant.BeginCycle();
                plant.Fire(trigger);
            }
        foreach (HoistMode mode in Enum.GetValues<HoistMode>())
            foreach (HoistTrigger trigger in Enum.GetValues<HoistTrigger>())
            {
                state.Hoists[0].Mode = mode;
                hoist.BeginCycle();
                hoist.Fire(trigger);
            }
    }
}
