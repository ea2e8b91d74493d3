using System.Text.Json;

namespace Gravistore.Console.Tests;

public sealed class BenchTests : IDisposable
{
    private const string Cell = "lower,10,one-depth,nominal";

    private readonly ConsoleRig _rig = new();

    [Theory]
    [InlineData("bench power-step --cell lower", "did you mean '--cells'?")]
    [InlineData("bench power-step --cells lowr", "did you mean 'lower'?")]
    [InlineData("bench power-step --variant seed", "did you mean 'seeds'?")]
    [InlineData("bench power-step --plant pyhasalm", "did you mean 'pyhasalmi'?")]
    [InlineData("bench power-step --seed -1", "allowed")]
    [InlineData("bench power-step --json FOLDER/no/such.json --cells nominal", "cannot be written")]
    [InlineData("bench efficency", "did you mean 'bench efficiency'?")]
    [InlineData("bench efficiency --cells lower", "known: --plant")]
    [InlineData("bench power-step --plant leith --variant seeds --cells lower,10,nominal", "choose other cells")]
    public void A_slip_is_wrong_usage_with_a_cure(string args, string cure)
    {
        Assert.Equal(ExitCode.WrongUsage, _rig.Run(args.Split(' ')));
        Assert.Contains(cure, _rig.Error);
        Assert.Empty(_rig.Output);
    }

    [Fact]
    public void A_cell_is_shown_as_a_line_written_as_json_and_told_by_the_exit_code()
    {
        int code = _rig.Run("bench", "power-step", "--cells", Cell, "--json", "FOLDER/step.json");
        JsonElement root = JsonDocument.Parse(File.ReadAllText(Path.Combine(_rig.Folder, "step.json"))).RootElement;
        JsonElement cell = Assert.Single(root.GetProperty("cells").EnumerateArray());
        bool pass = cell.GetProperty("pass").GetBoolean();
        Assert.Equal(pass ? ExitCode.Good : ExitCode.RunFailed, code);
        Assert.Contains(pass ? "1 of 1 cells pass" : "0 of 1 cells pass", _rig.Output);
        Assert.Contains("lower 10 one-depth nominal", _rig.Output);
        Assert.Contains("1 of 1 runs", _rig.Error);
        Assert.Equal(120, cell.GetProperty("bound").GetProperty("peakPercent").GetDouble());
        Assert.Equal(JsonValueKind.Null, cell.GetProperty("bound").GetProperty("riseTimeSeconds").ValueKind);
    }

    [Fact]
    public void Standard_output_takes_the_json_alone()
    {
        _rig.Run("bench", "power-step", "--cells", Cell, "--json", "-", "--quiet");
        Assert.Equal("power-step", JsonDocument.Parse(_rig.Output).RootElement.GetProperty("bench").GetString());
        Assert.Empty(_rig.Error);
    }

    [Fact]
    public void An_interrupted_bench_writes_nothing()
    {
        using CancellationTokenSource interrupted = new();
        interrupted.Cancel();
        using ConsoleRig rig = new() { Interrupted = interrupted.Token };
        Assert.Equal(ExitCode.Interrupted, rig.Run("bench", "efficiency", "--json", "FOLDER/cycle.json"));
        Assert.Empty(Directory.GetFiles(rig.Folder));
    }

    public void Dispose() => _rig.Dispose();
}
