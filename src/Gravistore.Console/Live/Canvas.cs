namespace Gravistore.Console.Live;

/// <summary>
/// A picture of character cells of a fixed size, or a rectangle of one. A cell is written once: what falls outside, or onto a cell that is taken, is
/// left out and counted, so that a test sees a layout that cuts or overlaps and a run never ends because of one.
/// </summary>
internal sealed class Canvas
{
    private readonly Cells _cells;
    private readonly Area _area;

    private sealed class Cells(int width, int height)
    {
        public readonly int Width = width;
        public readonly char[] Text = new char[width * height];
        public readonly Ink[] Inks = new Ink[width * height];
        public int Clashes;
    }

    /// <param name="width">Columns, 1 or more.</param>
    /// <param name="height">Rows, 1 or more.</param>
    public Canvas(int width, int height)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        _cells = new Cells(width, height);
        _area = new Area(0, 0, width, height);
    }

    private Canvas(Cells cells, Area area) => (_cells, _area) = (cells, area);

    public int Width => _area.Width;
    public int Height => _area.Height;

    /// <summary>Characters that fell outside or onto others; 0 for a sound layout.</summary>
    public int Clashes => _cells.Clashes;

    /// <summary>A rectangle of this canvas with coordinates of its own; what exceeds this canvas is cut off it.</summary>
    public Canvas Part(Area area)
    {
        int x = Math.Clamp(area.X, 0, Width), y = Math.Clamp(area.Y, 0, Height);
        int width = Math.Clamp(area.Right, x, Width) - x, height = Math.Clamp(area.Bottom, y, Height) - y;
        return new Canvas(_cells, new Area(_area.X + x, _area.Y + y, width, height));
    }

    /// <summary>True where nothing is written yet; false outside.</summary>
    public bool IsFree(int x, int y) => IsInside(x, y) && _cells.Text[At(x, y)] == '\0';

    /// <summary>Writes one character.</summary>
    public void Put(int x, int y, char character, Ink ink)
    {
        if (!IsFree(x, y))
        {
            _cells.Clashes++;
            return;
        }
        _cells.Text[At(x, y)] = character;
        _cells.Inks[At(x, y)] = ink;
    }

    /// <summary>Writes a text to the right from a cell on.</summary>
    public void Write(int x, int y, string text, Ink ink)
    {
        for (int i = 0; i < text.Length; i++) Put(x + i, y, text[i], ink);
    }

    /// <summary>Writes a character into every free cell of a row.</summary>
    public void Fill(int fromX, int toX, int y, char character, Ink ink)
    {
        for (int x = fromX; x < toX; x++)
            if (IsFree(x, y)) Put(x, y, character, ink);
    }

    /// <summary>The character of a cell, a blank where nothing is written.</summary>
    public char CharacterAt(int x, int y) => _cells.Text[At(x, y)] is var character && character == '\0' ? ' ' : character;

    public Ink InkAt(int x, int y) => _cells.Inks[At(x, y)];

    /// <summary>One row, exactly as long as the canvas is wide.</summary>
    public string Line(int y) => string.Create(Width, (this, y), static (text, state) =>
    {
        for (int x = 0; x < text.Length; x++) text[x] = state.Item1.CharacterAt(x, state.y);
    });

    private bool IsInside(int x, int y) => x >= 0 && y >= 0 && x < Width && y < Height;

    private int At(int x, int y) => (_area.Y + y) * _cells.Width + _area.X + x;
}
