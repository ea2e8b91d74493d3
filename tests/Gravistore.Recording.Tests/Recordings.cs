using System.Runtime.InteropServices;
using Gravistore.Core;
using Gravistore.Core.Images;
using Gravistore.Core.Parameters;
using Gravistore.Recording.Blocks;
using Gravistore.Recording.Incidents;

namespace Gravistore.Recording.Tests;

/// <summary>Makes recordings in memory and takes them apart.</summary>
internal static class Recordings
{
    /// <summary>A controller that starts, is reset, arms, and loses its drives' images after <paramref name="lossCycle"/>: modes, events and a trip.</summary>
    public static byte[] OfController(PlantParameters plant, int cycles, int lossCycle = 150, Action<int, CycleResult>? bend = null, IncidentKeeper? incidents = null)
    {
        Controller controller = new(plant);
        StartingPlant inputs = new(plant.HoistCount, lossCycle);
        CycleResult result = new(plant.HoistCount);
        using MemoryStream stream = new();
        using FlightRecorder recorder = new(stream, RecordingHeader.For(plant), controller.State, incidents);
        for (int i = 0; i < cycles; i++)
        {
            inputs.Next(i);
            controller.Step(inputs.Input, result);
            bend?.Invoke(i, result);
            recorder.Cycle(inputs.Input, result, controller.State);
        }
        recorder.Complete();
        return stream.ToArray();
    }

    /// <summary>Cycles of any bits, and what each of them was.</summary>
    public static (byte[] File, List<string> Cycles) OfAnything(int seed, int hoists, int cycles)
    {
        RandomCycles random = new(seed, hoists);
        ControllerState state = new(hoists);
        List<string> wanted = [];
        using MemoryStream stream = new();
        using FlightRecorder recorder = new(stream, RecordingHeader.For(TestPlant(hoists)), state);
        for (int i = 0; i < cycles; i++)
        {
            random.Next();
            state.Plant.Cycle++;
            recorder.Cycle(random.Input, random.Result, state);
            wanted.Add(Print(random.Input, random.Result));
        }
        recorder.Complete();
        return (stream.ToArray(), wanted);
    }

    /// <summary>Every cycle that can be read, by its number.</summary>
    public static SortedDictionary<long, string> Cycles(RecordingFile file)
    {
        SortedDictionary<long, string> cycles = [];
        CycleBlock block = new(file.Layout);
        BlockReader reader = new(file);
        foreach (BlockPlace place in file.CycleBlocks)
            if (reader.TryRead(place, block)) Add(file, block, cycles);
        return cycles;
    }

    public static PlantParameters TestPlant(int hoists) => Core.Tests.TestPlants.Reference(hoists);

    private static void Add(RecordingFile file, CycleBlock block, SortedDictionary<long, string> cycles)
    {
        CycleInput input = new(file.Header.HoistCount);
        CycleResult result = new(file.Header.HoistCount);
        for (CyclePlace at = default; at.Row < block.CycleCount; at = block.After(at))
        {
            block.CopyInput(at, input);
            block.CopyResult(at, result);
            Assert.True(block.IsResult(at, result));
            cycles.Add(block.FirstCycle + at.Row, Print(input, result));
        }
    }

    /// <summary>Every bit of a cycle.</summary>
    public static string Print(CycleInput input, CycleResult result) => string.Join('|',
        input.NowNs, Hex(MemoryMarshal.CreateSpan(ref input.Plant, 1)), Hex(input.Hoists.AsSpan()), Hex(input.Commands.AsSpan(0, input.CommandCount)),
        Hex(MemoryMarshal.CreateSpan(ref result.Plant, 1)), Hex(result.Hoists.AsSpan()), Hex(result.Events.AsSpan(0, result.EventCount)), result.EventsLost, Hex(result.Proposals.AsSpan(0, result.ProposalCount)), result.ProposalsLost, result.StateHash);

    private static string Hex<T>(Span<T> values) where T : unmanaged => Convert.ToHexString(MemoryMarshal.AsBytes(values));
}
