using System.Runtime.InteropServices;
using Gravistore.Core.Images;

namespace Gravistore.Recording.Tests;

/// <summary>Inputs and results of any bits at all, by seed: no controller gives them, and every one must come back.</summary>
internal sealed class RandomCycles(int seed, int hoists)
{
    private readonly Random _random = new(seed);

    public CycleInput Input { get; } = new(hoists);
    public CycleResult Result { get; } = new(hoists);

    /// <summary>Changes some of the bytes, commands and events.</summary>
    public void Next()
    {
        Input.NowNs += 10_000_000;
        Scramble(MemoryMarshal.AsBytes(MemoryMarshal.CreateSpan(ref Input.Plant, 1)));
        Scramble(MemoryMarshal.AsBytes(Input.Hoists.AsSpan()));
        Scramble(MemoryMarshal.AsBytes(MemoryMarshal.CreateSpan(ref Result.Plant, 1)));
        Scramble(MemoryMarshal.AsBytes(Result.Hoists.AsSpan()));
        Input.CommandCount = _random.Next(4) == 0 ? _random.Next(CycleInput.MaxCommands + 1) : 0;
        Scramble(MemoryMarshal.AsBytes(Input.Commands.AsSpan()));
        Result.EventCount = _random.Next(8) == 0 ? _random.Next(CycleResult.MaxEvents + 1) : 0;
        Scramble(MemoryMarshal.AsBytes(Result.Events.AsSpan()));
        Result.ProposalCount = _random.Next(8) == 0 ? _random.Next(Result.Proposals.Length + 1) : 0;
        Scramble(MemoryMarshal.AsBytes(Result.Proposals.AsSpan()));
        Result.ProposalsLost = _random.Next(50) == 0 ? _random.Next() : 0;
        Result.EventsLost = _random.Next(50) == 0 ? _random.Next() : 0;
        Result.StateHash = (ulong)_random.NextInt64(long.MinValue, long.MaxValue);
    }

    // Mostly nothing, at times a value that is none, at times any bits.
    private void Scramble(Span<byte> bytes)
    {
        Span<double> values = MemoryMarshal.Cast<byte, double>(bytes);
        double[] odd = [0, -0.0, double.NaN, double.NegativeInfinity, double.Epsilon, 1.5, double.MaxValue];
        for (int i = 0; i < values.Length; i++)
        {
            int choice = _random.Next(20);
            if (choice == 0) values[i] = odd[_random.Next(odd.Length)];
            else if (choice == 1) values[i] = BitConverter.Int64BitsToDouble(_random.NextInt64(long.MinValue, long.MaxValue));
        }
    }
}
