namespace Gravistore.Simulator.Wire;

/// <summary>What is wrong on the wire to a device.</summary>
internal enum WireFaultKind
{
    None,
    /// <summary>Requests are executed, answers are lost.</summary>
    Silence,
    /// <summary>The cable is cut: nothing passes in either direction, connections look alive and new ones seem to succeed. What a peer had sent before it gave up is delivered when the cable is mended, unless it reset its connection.</summary>
    HalfOpen,
    /// <summary>Every connection is reset, new ones too.</summary>
    Reset,
    /// <summary>Answers come late.</summary>
    Late,
    /// <summary>Answers come byte by byte.</summary>
    Split,
    /// <summary>Every answer comes in one segment behind the answer before it.</summary>
    Merge,
    /// <summary>Answers carry a foreign transaction id.</summary>
    WrongTransaction,
    /// <summary>Answers carry a foreign unit.</summary>
    WrongUnit,
    /// <summary>Answers are bytes of chance.</summary>
    Garbage,
    /// <summary>Requests are refused with exception 04, 05 or 06 and not executed.</summary>
    Exception04,
    Exception05,
    Exception06,
    /// <summary>Function 23 is refused with exception 01, as by a gateway that does not know it.</summary>
    NoFunction23,
    /// <summary>The line gives back every request to the device, in front of the answer.</summary>
    Echo,
    /// <summary>Bytes of chance around every answer.</summary>
    Noise,
    /// <summary>One bit of every answer is another.</summary>
    BitFlip,
    /// <summary>The port of the device's line is gone.</summary>
    Vanished,
}
