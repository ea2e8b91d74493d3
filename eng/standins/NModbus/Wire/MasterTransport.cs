using System.Net.Sockets;
using NModbus.IO;

namespace NModbus.Wire;

/// <summary>Sends one request at a time and waits for its answer, with the attempts and time-outs that are set.</summary>
internal abstract class MasterTransport : IModbusTransport
{
    private readonly Lock _lock = new();

    protected MasterTransport(IStreamResource stream) => StreamResource = stream;
    public int Retries { get; set; } = 3;

    public uint RetryOnOldResponseThreshold { get; set; }

    public bool SlaveBusyUsesRetryCount { get; set; }

    public int WaitToRetryMilliseconds { get; set; } = 250;

    public int ReadTimeout { get => StreamResource.ReadTimeout; set => StreamResource.ReadTimeout = value; }

    public int WriteTimeout { get => StreamResource.WriteTimeout; set => StreamResource.WriteTimeout = value; }

    public IStreamResource StreamResource { get; }

    public void Dispose()
    {
        StreamResource.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>One exchange.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="check">Throws an IOException where an answer of the right function, unit and transaction does not fit the request.</param>
    public Frame Exchange(Frame request, Action<Frame> check)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                Frame answer;
                lock (_lock) answer = Once(request);
                Validate(request, answer);
                check(answer);
                return answer;
            }
            catch (SlaveException busy) when (busy.SlaveExceptionCode == SlaveExceptionCodes.SlaveDeviceBusy && (!SlaveBusyUsesRetryCount || attempt <= Retries))
            {
            }
            catch (Exception trouble) when (MayRetry(trouble) && attempt <= Retries)
            {
            }
            Pause();
        }
    }

    /// <summary>Sends a request, with what its framing adds to it.</summary>
    protected abstract void Send(Frame request);

    /// <summary>Reads one whole message.</summary>
    protected abstract Frame Read();

    /// <summary>The answer belongs to an earlier request and is to be skipped.</summary>
    protected virtual bool IsOld(Frame request, Frame answer) => false;

    protected virtual void Validate(Frame request, Frame answer)
    {
        if (request.FunctionCode != answer.FunctionCode)
            throw new IOException($"function code {answer.FunctionCode} answers a request of function code {request.FunctionCode}");
        if (request.SlaveAddress != answer.SlaveAddress)
            throw new IOException($"unit {answer.SlaveAddress} answers a request to unit {request.SlaveAddress}");
    }

    protected void Fill(Span<byte> buffer)
    {
        byte[] bytes = new byte[buffer.Length];
        for (int have = 0; have < bytes.Length;)
        {
            int read = StreamResource.Read(bytes, have, bytes.Length - have);
            if (read == 0) throw new IOException("the other side closed the connection");
            have += read;
        }
        bytes.CopyTo(buffer);
    }

    private Frame Once(Frame request)
    {
        Send(request);
        while (true)
        {
            Frame answer = Read();
            if ((answer.FunctionCode & Frame.ErrorBit) != 0)
            {
                if (answer.ProtocolDataUnit.Length < 2) throw new FormatException("an exception without its code");
                byte code = answer.ProtocolDataUnit[1];
                if (code != SlaveExceptionCodes.Acknowledge) throw new SlaveException(answer.SlaveAddress, answer.FunctionCode, code);
                Pause();
            }
            else if (!IsOld(request, answer)) return answer;
        }
    }

    private static bool MayRetry(Exception trouble)
    {
        SocketException socket = trouble as SocketException ?? trouble.InnerException as SocketException;
        if (socket is not null && socket.SocketErrorCode != SocketError.TimedOut) return false;
        return trouble is FormatException or TimeoutException or IOException or SocketException;
    }

    private void Pause()
    {
        if (WaitToRetryMilliseconds > 0) Thread.Sleep(WaitToRetryMilliseconds);
    }
}
