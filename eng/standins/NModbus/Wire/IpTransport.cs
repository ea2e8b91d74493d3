using NModbus.IO;

namespace NModbus.Wire;

/// <summary>Modbus TCP framing: a header with a transaction id, by which answers to older requests are told apart.</summary>
internal sealed class IpTransport : MasterTransport
{
    private readonly byte[] _header = new byte[Frame.HeaderLength];
    private ushort _transactionId;

    public IpTransport(IStreamResource stream)
        : base(stream)
    {
    }

    protected override void Send(Frame request)
    {
        request.TransactionId = _transactionId = _transactionId == ushort.MaxValue ? (ushort)1 : (ushort)(_transactionId + 1);
        byte[] frame = Frame.Build(request);
        StreamResource.Write(frame, 0, frame.Length);
    }

    protected override Frame Read()
    {
        Fill(_header);
        (ushort transactionId, int length) = Frame.ReadHeader(_header);
        byte[] body = new byte[length];
        Fill(body);
        return Frame.Parse(body, transactionId);
    }

    protected override bool IsOld(Frame request, Frame answer) =>
        request.FunctionCode == answer.FunctionCode && request.SlaveAddress == answer.SlaveAddress
        && request.TransactionId > answer.TransactionId && request.TransactionId - answer.TransactionId < RetryOnOldResponseThreshold;

    protected override void Validate(Frame request, Frame answer)
    {
        base.Validate(request, answer);
        if (request.TransactionId != answer.TransactionId)
            throw new IOException($"the answer is of transaction {answer.TransactionId}, the request of {request.TransactionId}");
    }
}
