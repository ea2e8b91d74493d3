using System.Net;
using System.Net.Sockets;
using NModbus;

namespace Gravistore.FieldPackages.Tests;

/// <summary>A master with finite time-outs, as this project sets them.</summary>
internal static class Link
{
    public const int TimeoutMs = 1000;

    public static IModbusMaster Open(int port, uint oldAnswers = 3, int timeoutMs = TimeoutMs)
    {
        TcpClient client = new() { NoDelay = true };
        client.Connect(IPAddress.Loopback, port);
        IModbusMaster master = new ModbusFactory().CreateMaster(client);
        master.Transport.ReadTimeout = timeoutMs;
        master.Transport.WriteTimeout = timeoutMs;
        master.Transport.Retries = 0;
        master.Transport.RetryOnOldResponseThreshold = oldAnswers;
        master.Transport.SlaveBusyUsesRetryCount = true;
        master.Transport.WaitToRetryMilliseconds = 1;
        return master;
    }
}
