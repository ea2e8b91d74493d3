using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Gravistore.Console.Tests.Live;

/// <summary>The pictures under docs/pictures that eng/live-picture.sh makes.</summary>
public sealed partial class PictureFilesTests
{
    public static TheoryData<string> Pictures => new(Directory.GetFiles(Path.Combine(ConsoleRig.Root, "docs", "pictures"), "live*.svg").Select(f => Path.GetFileName(f)!));

    [Theory]
    [MemberData(nameof(Pictures))]
    public void A_picture_is_well_formed_and_shows_every_part(string name)
    {
        XElement root = XDocument.Load(Path.Combine(ConsoleRig.Root, "docs", "pictures", name)).Root!;
        string words = string.Join(' ', root.Descendants().Where(e => e.Name.LocalName == "text").Select(e => e.Value));
        foreach (string part in (string[])["shaft 530 m to scale", "power, kW: asked", "grid frequency, Hz:", "state of charge", "depth m", "rope kN expected mode", "landing and overtravel", "times real time"])
            Assert.Contains(part, words);
    }

    [Fact]
    public void Every_picture_that_a_readme_shows_is_there()
    {
        foreach (string readme in (string[])["README.md", "src/Gravistore.Console/README.md"])
            foreach (Match link in Picture().Matches(File.ReadAllText(Path.Combine(ConsoleRig.Root, readme))))
                Assert.True(File.Exists(Path.Combine(ConsoleRig.Root, Path.GetDirectoryName(readme)!, link.Groups[1].Value)), $"{readme}: {link.Groups[1].Value}");
    }

    [GeneratedRegex(@"\]\(([^)]*\.(?:svg|png))\)")]
    private static partial Regex Picture();
}
