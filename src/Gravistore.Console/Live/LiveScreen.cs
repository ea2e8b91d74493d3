using Spectre.Console;

namespace Gravistore.Console.Live;

/// <summary>
/// The terminal's alternate screen: entered at the first picture, left on disposal with cursor and colours as they were, and meanwhile left for as
/// long as the program is suspended. Signals arrive on other threads: every access is under one lock.
/// </summary>
internal sealed class LiveScreen : IDisposable
{
    private const string EnterAlternate = "\e[?1049h\e[2J\e[H", LeaveAlternate = "\e[0m\e[?1049l", Clear = "\e[2J";

    private readonly IAnsiConsole _console;
    private readonly TerminalTraits _traits;
    private readonly Lock _lock = new();
    private (int, int) _size;
    private bool _isEntered, _isSuspended;

    /// <param name="writer">The terminal's stream.</param>
    /// <param name="traits">What it can show.</param>
    public LiveScreen(TextWriter writer, TerminalTraits traits)
    {
        _traits = traits;
        _console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes,
            Interactive = InteractionSupport.No,
            ColorSystem = traits.Colour ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Out = new AnsiConsoleOutput(writer),
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
        _console.Profile.Capabilities.Unicode = traits.Utf8;
    }

    public Glyphs Glyphs => _traits.Utf8 ? Glyphs.Unicode : Glyphs.Ascii;

    /// <summary>Columns and rows of the window now; a window that says nothing of itself has 80 by 24.</summary>
    public (int Width, int Height) Size => _traits.Size() is var (width, height) && width > 0 && height > 0 ? (width, height) : (80, 24);

    /// <summary>Shows a picture in place of the one before.</summary>
    public void Show(Canvas picture)
    {
        lock (_lock)
        {
            if (_isSuspended) return;
            if (!_isEntered) Enter();
            // What a window of another size showed is not in the place where the new picture goes.
            if (_size != (picture.Width, picture.Height)) _console.Write(new ControlCode(Clear));
            _size = (picture.Width, picture.Height);
            _console.Cursor.SetPosition(1, 1);
            _console.Write(new CanvasPicture(picture));
        }
    }

    /// <summary>The program is about to be stopped by the user: the terminal gets its own screen back.</summary>
    public void Suspend()
    {
        lock (_lock)
        {
            Leave();
            _isSuspended = true;
        }
    }

    /// <summary>The program goes on: the next picture enters the alternate screen again.</summary>
    public void Resume()
    {
        lock (_lock) _isSuspended = false;
    }

    public void Dispose()
    {
        lock (_lock)
        {
            Leave();
            _isSuspended = true;
        }
    }

    private void Enter()
    {
        _console.Write(new ControlCode(EnterAlternate));
        _console.Cursor.Hide();
        (_isEntered, _size) = (true, default);
    }

    private void Leave()
    {
        if (!_isEntered) return;
        _console.Cursor.Show();
        _console.Write(new ControlCode(LeaveAlternate));
        _isEntered = false;
    }
}
