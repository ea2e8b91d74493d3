namespace Gravistore.Console.Live;

/// <summary>What a character of the picture stands for; the terminal decides how that looks.</summary>
internal enum Ink : byte { Plain, Faint, Title, Given, Asked, Frequency, Charge, Weight, Rope, Limit, Warning, Trip }
