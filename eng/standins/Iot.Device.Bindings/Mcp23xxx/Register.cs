namespace Iot.Device.Mcp23xxx;

/// <summary>Registers of the family, numbered as in the separated bank.</summary>
public enum Register : byte { IODIR = 0, IPOL = 1, GPINTEN = 2, DEFVAL = 3, INTCON = 4, IOCON = 5, GPPU = 6, INTF = 7, INTCAP = 8, GPIO = 9, OLAT = 10 }

/// <summary>The two halves of a chip with 16 pins.</summary>
public enum Port { PortA = 0, PortB = 1 }
