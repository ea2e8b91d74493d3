namespace Gravistore.Charts;

/// <summary>How a band of a timeline is filled. Each differs from the others by its pattern or its grey, not by its colour alone.</summary>
public enum BandStyle
{
    /// <summary>At rest: an empty band.</summary>
    Rest,
    /// <summary>Being made ready: thin strokes.</summary>
    Starting,
    /// <summary>Ready and still: light grey.</summary>
    Ready,
    /// <summary>Working in one direction: dark.</summary>
    Down,
    /// <summary>Working in the other direction: medium, with strokes.</summary>
    Up,
    /// <summary>Working: medium.</summary>
    Work,
    /// <summary>Coming to rest: strokes the other way.</summary>
    Ending,
    /// <summary>Out of order: black and red, crossed.</summary>
    Fault,
    /// <summary>Under somebody's hand: dotted.</summary>
    Hand,
}
