using Gravistore.Config;
using Gravistore.Console.Output;
using Gravistore.Core.Parameters;
using Gravistore.Json;

namespace Gravistore.Console.Tests;

/// <summary>The drawings in docs/pictures are what the wiring files give now, and name every terminal of them.</summary>
public sealed class WiringDrawingTests
{
    [Theory]
    [InlineData("leith-pi")]
    [InlineData("leith-bench")]
    [InlineData("leith-rtu-pi")]
    [InlineData("pyhasalmi-pi")]
    public void The_drawing_in_the_documents_is_that_of_the_file(string name)
    {
        string root = ConsoleRig.Root;
        Findings findings = [];
        FieldWiring wiring = WiringFile.Load(Path.Combine(root, "config", "wiring", name + ".json"), null, findings)!;
        string drawing = WiringDrawing.Write(wiring);
        Assert.All(wiring.Inputs.Where(i => i.Opposite.Length > 0), i => Assert.Contains($">{i.Opposite}<", drawing, StringComparison.Ordinal));
        Assert.All(wiring.Boards, b => Assert.Contains($">{b.Name} (", drawing, StringComparison.Ordinal));
        Golden.CheckFile(Path.Combine(root, "docs", "pictures", name + ".svg"), drawing);
    }
}
