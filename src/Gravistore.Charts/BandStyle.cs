namespace Gravistore.Charts;

/// <summary>How a band of a timeline is filled. Each differs from the others by its grey or by a stripe, not by its colour alone.</summary>
public enum BandStyle
{
    /// <summary>At rest: an empty band.</summary>
    Rest,
    /// <summary>Being made ready: a stripe low in an empty band.</summary>
    Starting,
    /// <summary>Ready and still: light grey.</summary>
    Ready,
    /// <summary>Working downwards: dark, with a stripe at its lower edge.</summary>
    Down,
    /// <summary>Working upwards: light, with a stripe at its upper edge.</summary>
    Up,
    /// <summary>Working: medium.</summary>
    Work,
    /// <summary>Coming to rest: a stripe high in an empty band.</summary>
    Ending,
    /// <summary>Out of order: black, with a bright stripe.</summary>
    Fault,
    /// <summary>Under somebody's hand: a broad stripe in an empty band.</summary>
    Hand,
}
