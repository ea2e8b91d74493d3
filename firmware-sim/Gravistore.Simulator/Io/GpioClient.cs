using System.Buffers.Binary;
using System.Net.Sockets;

namespace Gravistore.Simulator.Io;

/// <summary>A controller at the simulated GPIO chip. It is told all input levels when one changes and every 10 ms; it sends three bytes for each thing it does to a line. When it goes, its lines fall low.</summary>
internal sealed class GpioClient(Socket client, World world, RackLines lines)
{
    private const int CommandBytes = 3, LevelBytes = 8, RepeatLooks = 10;
    private const byte OpenInput = 1, OpenOutput = 2, SetLevel = 3, Close = 4;

    private volatile bool _gone;

    /// <summary>Serves it until it goes.</summary>
    public void Serve(Func<bool> ended)
    {
        IoServer.Answer(client, "ok " + Names());
        Thread teller = new(() => Tell(ended)) { Name = "i/o levels", IsBackground = true };
        teller.Start();
        try
        {
            Span<byte> command = stackalloc byte[CommandBytes];
            while (IoServer.Receive(client, command)) Do(command[0], command[1], command[2] != 0);
        }
        finally
        {
            _gone = true;
            lock (world.Gate) lines.Release();
            teller.Join();
        }
    }

    private string Names()
    {
        lock (world.Gate) return string.Join(' ', lines.Names.Select((n, i) => lines.IsUsed(i) ? n + "=another" : n));
    }

    private void Do(byte what, byte line, bool high)
    {
        if (line >= lines.Names.Count) return;
        lock (world.Gate)
        {
            if (what is OpenOutput or SetLevel) lines.Drive(line, high);
            else if (what is OpenInput or Close) lines.Drive(line, false);
        }
    }

    private void Tell(Func<bool> ended)
    {
        try
        {
            byte[] bytes = new byte[LevelBytes];
            ulong told = ~0UL;
            for (int look = RepeatLooks; !_gone && !ended(); look++, Thread.Sleep(1))
            {
                ulong levels;
                lock (world.Gate) levels = lines.Inputs;
                if ((levels == told && look < RepeatLooks) || !client.Poll(0, SelectMode.SelectWrite)) continue;
                BinaryPrimitives.WriteUInt64LittleEndian(bytes, levels);
                client.Send(bytes);
                (told, look) = (levels, 0);
            }
        }
        catch (Exception gone) when (gone is SocketException or ObjectDisposedException)
        {
            // The client has gone.
        }
    }
}
