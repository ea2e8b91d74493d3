using System.Net;
using System.Net.Sockets;
using Gravistore.Core.Parameters;
using Gravistore.Drivers.Checks;
using Gravistore.Drivers.Links;
using Gravistore.Drivers.Native;

namespace Gravistore.Drivers.Tests;

/// <summary>Gate, meter, deadline, registers, errors.</summary>
public sealed class PartTests
{
    private static DriveParameterInfo Parameter(int group, int index, int bits, double countsPerUnit, double minimum = 0) =>
        new(group, index, "x", "", bits, countsPerUnit, false, minimum, 1e6, 0);

    [Fact]
    public async Task A_gate_lets_everybody_who_waits_go_on_once()
    {
        using CycleGate gate = new();
        int seen = gate.Count;
        Assert.False(gate.Wait(seen, 1));
        Task<bool>[] waiting = [.. Enumerable.Range(0, 4).Select(_ => Task.Factory.StartNew(() => gate.Wait(seen, 20_000), TaskCreationOptions.LongRunning))];
        gate.Open();
        Assert.All(await Task.WhenAll(waiting), Assert.True);
        Assert.True(gate.Wait(seen, 0));
        Assert.False(gate.Wait(gate.Count, 1));
    }

    [Fact]
    public void Quantiles_are_those_of_the_round_trips()
    {
        RoundTripMeter meter = new();
        Assert.Equal(0, meter.QuantileUs(0.5));
        for (int us = 0; us < 1000; us++) meter.Add(1000L * us);
        Assert.Equal(500, meter.QuantileUs(0.5));
        Assert.Equal(990, meter.QuantileUs(0.99));
        meter.Add(long.MaxValue);
        Assert.True(meter.QuantileUs(1) >= 100_000);
        Assert.Equal(1001, meter.Count);
    }

    [Fact]
    public void An_answer_that_drips_ends_at_its_deadline()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        using Socket socket = new(SocketType.Stream, ProtocolType.Tcp);
        socket.Connect(listener.LocalEndpoint);
        using Socket peer = listener.AcceptSocket();
        long nowNs = 1;
        using DeadlineStream stream = new(socket, 50, () => nowNs);
        stream.ReadTimeout = 10_000;
        stream.Write([1, 2], 0, 2);
        peer.Send([7, 7, 7]);
        byte[] buffer = new byte[3];
        nowNs = 40;
        Assert.Equal(1, stream.Read(buffer, 0, 1));
        nowNs = 52;
        Assert.Throws<TimeoutException>(() => stream.Read(buffer, 1, 1));
        stream.Write([1], 0, 1);
        Assert.Equal(1, stream.Read(buffer, 1, 1));
    }

    [Fact]
    public void A_connection_that_does_not_come_about_is_given_up_in_time()
    {
        using Socket full = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        full.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        full.Listen(0);
        List<Socket> waiting = [];
        SocketException? late = null;
        // Nobody accepts: as soon as the queue is full, further attempts hang.
        for (int i = 0; i < 20 && late is null; i++)
        {
            waiting.Add(new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp));
            late = (SocketException?)Record.Exception(() => Connector.Connect(waiting[^1], full.LocalEndPoint!, 300));
        }
        waiting.ForEach(s => s.Dispose());
        Assert.Equal(SocketError.TimedOut, late?.SocketErrorCode);
    }

    [Fact]
    public void A_dropped_connection_is_reset()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        Socket socket = new(SocketType.Stream, ProtocolType.Tcp);
        socket.Connect(listener.LocalEndpoint);
        using Socket peer = listener.AcceptSocket();
        new DeadlineStream(socket, 50, () => 0).Dispose();
        peer.ReceiveTimeout = 10_000;
        Assert.Equal(SocketError.ConnectionReset, Assert.Throws<SocketException>(() => peer.Receive(new byte[1])).SocketErrorCode);
    }

    [Fact]
    public void Parameters_are_where_the_drive_s_manual_says()
    {
        Assert.Equal(317, DriveRegister.Of(Parameter(3, 18, 16, 1)));
        Assert.Equal(400, DriveRegister.Of(Parameter(4, 1, 16, 1)));
        Assert.Equal(20253, DriveRegister.Of(Parameter(1, 27, 32, 1)));
        Assert.Equal(20201, DriveRegister.Of(Parameter(1, 1, 32, 1)));
    }

    [Fact]
    public void Parameters_are_decoded_by_size_sign_and_order_of_words()
    {
        Assert.Equal(1500, DriveRegister.Value(Parameter(46, 1, 32, 100), [0x49F0, 0x0002], WordOrder.LowFirst));
        Assert.Equal(1500, DriveRegister.Value(Parameter(46, 1, 32, 100), [0x0002, 0x49F0], WordOrder.HighFirst));
        Assert.Equal(-0.1, DriveRegister.Value(Parameter(30, 19, 16, 10, minimum: -1600), [0xFFFF], WordOrder.LowFirst));
        Assert.Equal(6553.5, DriveRegister.Value(Parameter(50, 3, 16, 10), [0xFFFF], WordOrder.LowFirst));
    }

    [Fact]
    public void Errors_are_declared_once_and_explained()
    {
        Assert.Equal(FieldErrors.All.Select(e => e.Code).Distinct().Order(StringComparer.Ordinal), FieldErrors.All.Select(e => e.Code));
        string page = File.ReadAllText(Path.Combine(Root(), "docs", "wire.md"));
        Assert.All(FieldErrors.All, e => Assert.Contains($"| {e.Code} | {e.Title} | {e.Cause} | {e.Cure} |", page, StringComparison.Ordinal));
    }

    private static string Root()
    {
        DirectoryInfo folder = new(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Gravistore.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }
}
