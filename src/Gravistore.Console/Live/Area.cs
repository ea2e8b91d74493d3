namespace Gravistore.Console.Live;

/// <summary>A rectangle of character cells; sizes below 0 count as 0.</summary>
internal readonly record struct Area(int X, int Y, int Width, int Height)
{
    public int Right => X + Width;
    public int Bottom => Y + Height;

    /// <summary>The first rows of this area.</summary>
    public Area Top(int rows) => this with { Height = Math.Clamp(rows, 0, Height) };

    /// <summary>What is left below the first rows.</summary>
    public Area Below(int rows) => new(X, Y + Math.Min(rows, Height), Width, Math.Max(0, Height - rows));
}
