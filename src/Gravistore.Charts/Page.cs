namespace Gravistore.Charts;

/// <summary>The shell of a document: one HTML5 file that is well-formed XML too, with its style inside, without script, and with nothing to fetch.</summary>
public static class Page
{
    /// <summary>A whole document.</summary>
    /// <param name="title">Title of the window.</param>
    /// <param name="body">Writes what is on the page.</param>
    public static string Write(string title, Action<Markup> body)
    {
        Markup page = new();
        page.Raw("<!DOCTYPE html>\n");
        page.Open("html", ("lang", "en")).Open("head");
        page.Empty("meta", ("charset", "utf-8"));
        page.Empty("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
        // Without an icon of its own a browser would go and ask for one.
        page.Empty("link", ("rel", "icon"), ("href", "data:,"));
        page.Leaf("title", title).Open("style").Raw(PageStyle.Css).Close().Close();
        page.Open("body");
        page.Open("main");
        body(page);
        page.Close().Close().Close();
        return page.ToString();
    }

    /// <summary>Opens a section with its heading; the caller closes it.</summary>
    public static Markup OpenSection(Markup page, string heading, string id = "", string css = "") =>
        page.Open("section", ("id", id), ("class", css)).Leaf("h2", heading);
}
