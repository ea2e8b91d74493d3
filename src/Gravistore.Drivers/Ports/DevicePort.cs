using Gravistore.Core.Parameters;
using Gravistore.Drivers.Checks;
using Gravistore.Drivers.Links;
using NModbus;

namespace Gravistore.Drivers.Ports;

/// <summary>One device as its link's thread sees it: what to check before the first cycle, and what to exchange in each.</summary>
/// <param name="device">Where it answers.</param>
/// <param name="readCount">Registers of its block.</param>
/// <param name="check">Looks whether the device is what the plant file says; reads alone.</param>
internal abstract class DevicePort(FieldDevice device, int readCount, DeviceCheck check)
{
    public FieldDevice Device => device;

    public DeviceCheck Check => check;

    /// <summary>What was read last, for the loop.</summary>
    public LatestWords Read { get; } = new(readCount);

    /// <summary>Requests in a row that were not answered.</summary>
    public int Missed { get; set; }

    protected byte Unit => (byte)device.Unit;

    /// <summary>
    /// Registers to ask for now. A frame on a serial line bears no number, so an answer that is late could be taken for the answer to the next request.
    /// After a request without an answer the device is asked for fewer registers until it answers that: devices answer in order, so nothing older is on
    /// its way then. What such an answer says is not used.
    /// </summary>
    protected int CountNow => device.Bus is null || Missed == 0 ? readCount : Math.Max(1, readCount - 1 - (Missed - 1) % 2);

    /// <summary>One cycle's requests.</summary>
    /// <exception cref="SlaveException">The device refuses; the link is sound.</exception>
    public abstract void Exchange(LinkSession session, int cycle);

    /// <summary>Reads the device's block without writing.</summary>
    public abstract ushort[] ReadBlock(LinkSession session);

    /// <summary>The connection is a new one: what was learnt of the device is learnt anew.</summary>
    public virtual void Reconnected()
    {
    }

    protected void Publish(ushort[] words, long askedNs)
    {
        if (words.Length != readCount) return;
        words.CopyTo(Read.Back);
        Read.Publish(askedNs);
    }

    protected ushort[] ReadHolding(LinkSession session, int address, int count) =>
        session.Ask(m => m.ReadHoldingRegisters(Unit, (ushort)address, (ushort)count));

    protected void WriteHolding(LinkSession session, int address, ushort[] words) => session.Ask(m =>
    {
        m.WriteMultipleRegisters(Unit, (ushort)address, words);
        return true;
    });
}
