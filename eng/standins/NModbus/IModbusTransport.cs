using NModbus.IO;

namespace NModbus;

public interface IModbusTransport : IDisposable
{
    /// <summary>Further attempts after the first.</summary>
    int Retries { get; set; }

    /// <summary>How far an answer's transaction id may lie back for the answer to be skipped; 0 = such an answer is an error.</summary>
    uint RetryOnOldResponseThreshold { get; set; }

    /// <summary>False: a slave that says it is busy is asked again for ever.</summary>
    bool SlaveBusyUsesRetryCount { get; set; }

    /// <summary>Pause before another attempt [ms].</summary>
    int WaitToRetryMilliseconds { get; set; }

    /// <summary>Of one read of the stream [ms], -1 = for ever.</summary>
    int ReadTimeout { get; set; }

    int WriteTimeout { get; set; }

    IStreamResource StreamResource { get; }
}

public interface IModbusSerialTransport : IModbusTransport
{
    /// <summary>Compare checksums.</summary>
    bool CheckFrame { get; set; }

    /// <summary>Forgets what was received and not read.</summary>
    void DiscardInBuffer();
}

public interface IModbusRtuTransport : IModbusSerialTransport
{
}
