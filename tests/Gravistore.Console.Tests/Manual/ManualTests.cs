using Gravistore.Console.CommandLine;
using Gravistore.Console.Manual;
using Gravistore.Console.Verbs;

namespace Gravistore.Console.Tests.Manual;

/// <summary>Manual pages and completion: nothing that a program can do is missing from them, and the files in docs/man are what the program writes.</summary>
public sealed class ManualTests : IDisposable
{
    private const string Help = """
        tool PLANT [OPTIONS]   does this
        tool --other N         does that

          --one FILE           the first
                               and more of it
          -x                   .begins with a dot

        A paragraph of
        two lines.
        Exit codes: 0 good; 2 wrong usage, or so;
        13 bad \ file.
        """;

    private readonly ConsoleRig _rig = new();

    [Fact]
    public void The_page_and_the_completion_name_every_verb_and_option()
    {
        string page = ManPages.OfConsole(VerbTable.All).Replace("\\-", "-"), completion = CompletionScript.Write(VerbTable.All);
        foreach (Verb verb in VerbTable.All)
        {
            Assert.Contains($".SS {verb.Usage}\n", page);
            Assert.Contains(verb.Name, completion);
            Assert.All(verb.Options, o => Assert.Contains($".B {o.Name}", page));
            Assert.All(verb.Options, o => Assert.Contains(o.Name, completion));
        }
        Assert.All(ExitCode.All, c => Assert.Contains($".B {c.Code}\n{c.Meaning}", page));
    }

    [Theory]
    [InlineData("gravistore.1", "--man")]
    [InlineData("gravistore.bash", "--completion")]
    public void The_file_is_what_the_program_writes(string file, string option)
    {
        Assert.Equal(ExitCode.Good, _rig.Run("help", option));
        Golden.CheckFile(Path.Combine(ConsoleRig.Root, "docs", "man", file), _rig.Output);
    }

    [Fact]
    public void A_help_text_is_taken_apart()
    {
        HelpText text = HelpText.Read(Help);
        Assert.Equal([("tool PLANT [OPTIONS]", "does this"), ("tool --other N", "does that")], text.Usages);
        Assert.Equal([("--one FILE", "the first and more of it"), ("-x", ".begins with a dot")], text.Terms);
        Assert.Equal([("0", "good"), ("2", "wrong usage, or so"), ("13", "bad \\ file")], text.ExitCodes);
        Assert.Equal(["A paragraph of two lines."], text.Paragraphs);
    }

    [Fact]
    public void What_man_would_take_for_its_own_is_escaped()
    {
        string page = ManPages.OfProgram("tool", 1, "a tool", Help);
        Assert.Contains("\n\\&.begins with a dot\n", page);
        Assert.Contains("bad \\e file", page);
        Assert.Contains("\n.B \\-\\-one FILE\n", page);
    }

    [Fact]
    public void A_program_without_a_page_is_refused()
    {
        Assert.Equal(ExitCode.WrongUsage, _rig.Run("help", "gravistore-hmi", "--man"));
        Assert.Contains("GS-U014", _rig.Error);
    }

    public void Dispose() => _rig.Dispose();
}
