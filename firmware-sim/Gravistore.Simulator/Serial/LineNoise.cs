using Gravistore.Simulator.Wire;

namespace Gravistore.Simulator.Serial;

/// <summary>What happens to an answer on its way over a serial line.</summary>
/// <param name="send">Puts bytes on the line.</param>
internal sealed class LineNoise(LineNoise.Sender send)
{
    /// <summary>Puts bytes on the line.</summary>
    public delegate void Sender(ReadOnlySpan<byte> bytes);

    private const int LongestNoise = 12, PieceMs = 1, ForeignBy = 77, BitsPerByte = 8;

    private readonly Random _chance = new(1);
    private int _flip;

    /// <summary>Sends an answer as its unit's fault says.</summary>
    public void Answer(byte[] answer, WireFault fault)
    {
        switch (fault.Kind)
        {
            case WireFaultKind.Silence: return;
            case WireFaultKind.Late:
                // The line is free meanwhile, and other units are heard on it.
                _ = SendLateAsync(answer, fault.LateMs);
                return;
            case WireFaultKind.Split:
                SendInPieces(answer);
                return;
            case WireFaultKind.Garbage:
                send(Noise(1 + _chance.Next(2 * LongestNoise)));
                return;
            case WireFaultKind.Noise:
                send([.. Noise(_chance.Next(LongestNoise)), .. answer, .. Noise(_chance.Next(LongestNoise))]);
                return;
            case WireFaultKind.BitFlip:
                send(Flipped(answer));
                return;
            case WireFaultKind.WrongUnit:
                send(RequestFinder.Frame([(byte)(answer[0] + ForeignBy), .. answer[1..^2]]));
                return;
            default:
                send(answer);
                return;
        }
    }

    private async Task SendLateAsync(byte[] answer, int lateMs)
    {
        await Task.Delay(lateMs).ConfigureAwait(false);
        send(answer);
    }

    private void SendInPieces(byte[] answer)
    {
        for (int at = 0; at < answer.Length; at += 3)
        {
            send(answer.AsSpan(at, Math.Min(3, answer.Length - at)));
            Thread.Sleep(PieceMs);
        }
    }

    private byte[] Noise(int length)
    {
        byte[] noise = new byte[length];
        _chance.NextBytes(noise);
        return noise;
    }

    // Another bit each time, through the whole frame.
    private byte[] Flipped(byte[] answer)
    {
        byte[] flipped = [.. answer];
        int bit = _flip++ % (BitsPerByte * answer.Length);
        flipped[bit / BitsPerByte] ^= (byte)(1 << (bit % BitsPerByte));
        return flipped;
    }
}
