using Gravistore.Simulator;

namespace Gravistore.Wire.Tests;

/// <summary>What one drive received, in order.</summary>
internal sealed class TelegramLog(string device)
{
    private readonly Lock _lock = new();
    private readonly List<(ushort Word, ushort Speed, ushort Torque)> _telegrams = [];

    public void Add(SimTelegram telegram)
    {
        if (telegram.Device != device) return;
        lock (_lock) _telegrams.Add((telegram.Words[0], telegram.Words[1], telegram.Words[2]));
    }

    public IReadOnlyList<(ushort Word, ushort Speed, ushort Torque)> All()
    {
        lock (_lock) return [.. _telegrams];
    }

    public int Count
    {
        get
        {
            lock (_lock) return _telegrams.Count;
        }
    }

    /// <summary>Holds what was received from a place on against what was sent from a place on: nothing but what was sent, in the order sent.</summary>
    /// <returns>The first telegram that was never sent, or came out of its order; null when all is well.</returns>
    public string? FirstAccident(int receivedFrom, IReadOnlyList<(ushort Word, ushort Speed, ushort Torque)> sent, int sentFrom)
    {
        IReadOnlyList<(ushort Word, ushort Speed, ushort Torque)> received = All();
        int at = sentFrom;
        for (int i = receivedFrom; i < received.Count; i++)
        {
            while (at < sent.Count && sent[at] != received[i]) at++;
            if (at++ == sent.Count) return $"telegram {i}: {received[i].Word:X4} {received[i].Speed:X4} {received[i].Torque:X4}";
        }
        return null;
    }
}
