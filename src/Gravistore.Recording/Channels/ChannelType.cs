namespace Gravistore.Recording.Channels;

/// <summary>How a channel's value is stored. The numbers are part of the file format.</summary>
public enum ChannelType : byte { Int32 = 0, Int64 = 1, UInt64 = 2, Float64 = 3 }
