using Gravistore.Core.Parameters;
using Gravistore.Json;

namespace Gravistore.Controller.Startup;

/// <summary>From a command line to an exit code: whatever keeps the controller from starting is one clear message.</summary>
internal static class Entry
{
    public static int Run(IReadOnlyList<string> args, DaemonSurroundings surroundings, Func<DaemonOptions, PlantParameters, IPlantField> openField)
    {
        try
        {
            if (args.Contains("--help")) return Print(surroundings, CommandLine.Help);
            if (args.Contains("--version")) return Print(surroundings, $"gravistored {Daemon.ProgramVersion}");
            DaemonOptions options = CommandLine.Parse(args, surroundings.Environment);
            return options.LatencyS > 0 ? LatencyRun.Run(options, surroundings, openField) : new Daemon(options, plant => openField(options, plant), surroundings).Run();
        }
        catch (StartException e)
        {
            surroundings.Tell($"error {e.Info.Code}: {e.Message}; {e.Info.Cure}");
            return e.Info == StartErrors.Usage ? ExitCode.WrongUsage : ExitCode.Refused;
        }
        catch (RefusedException e)
        {
            foreach (Finding finding in e.Findings) surroundings.Tell(finding.ToString());
            return ExitCode.Refused;
        }
        catch (OperationCanceledException)
        {
            surroundings.Tell("told to end before it had started; nothing was moved");
            return ExitCode.Good;
        }
        catch (Exception e)
        {
            surroundings.Tell($"error: internal fault: {e.GetType().Name}: {e.Message.ReplaceLineEndings(" ")}; please report it");
            return ExitCode.InternalFault;
        }
    }

    private static int Print(DaemonSurroundings surroundings, string text)
    {
        surroundings.Output.WriteLine(text);
        return ExitCode.Good;
    }
}
