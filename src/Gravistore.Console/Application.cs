using Gravistore.Config;
using Gravistore.Console.CommandLine;
using Gravistore.Console.Operator;
using Gravistore.Console.Output;
using Gravistore.Console.Verbs;
using Gravistore.DryRun;
using Gravistore.DryRun.Bench;
using Gravistore.Json;

namespace Gravistore.Console;

/// <summary>The program: finds the verb, runs it, and turns whatever goes wrong into one clear message and an exit code.</summary>
public sealed class Application(Surroundings surroundings)
{
    /// <summary>Runs one command line.</summary>
    /// <param name="args">Arguments without the program's name.</param>
    /// <returns>See <see cref="ExitCode"/>.</returns>
    public int Run(IReadOnlyList<string> args)
    {
        try
        {
            return Dispatch(args);
        }
        catch (UsageException e)
        {
            return Say(e.Info, e.Message, ExitCode.WrongUsage);
        }
        catch (UnknownNameException e)
        {
            return Say(UsageErrors.UnknownName, e.Message, ExitCode.WrongUsage);
        }
        catch (BenchException e)
        {
            return Say(UsageErrors.Bench, e.Message, ExitCode.WrongUsage);
        }
        catch (OperationException e)
        {
            return Say(e.Info, e.Message, ExitCode.Refused);
        }
        catch (RefusedException e)
        {
            return Refuse(e.Findings);
        }
        catch (OperationCanceledException)
        {
            return Say("interrupted; no output file was written", ExitCode.Interrupted);
        }
        catch (IOException e)
        {
            return Say(UsageErrors.InputOutput, $"cannot read or write: {e.Message}; {UsageErrors.InputOutput.Cure}", ExitCode.InternalFault);
        }
        catch (Exception e)
        {
            return Fault(e);
        }
    }

    private int Dispatch(IReadOnlyList<string> args)
    {
        ParsedArguments parsed = ArgumentParser.Parse(args, VerbTable.All);
        if (parsed.HelpAsked) return HelpVerb.Print(surroundings, parsed.Verb);
        return parsed.Verb.Run(surroundings, parsed);
    }

    private int Refuse(IReadOnlyList<Finding> findings)
    {
        FindingList.Print(surroundings.Error, findings);
        int errors = findings.Count(f => f.Severity == FindingSeverity.Error);
        Say($"refused with {errors} error{(errors == 1 ? "" : "s")}; nothing was run or written", ExitCode.Refused);
        bool onlyCommandLine = findings.Where(f => f.Severity == FindingSeverity.Error).All(f => CommandLineCodes.Contains(f.Code));
        return onlyCommandLine ? ExitCode.WrongUsage : ExitCode.Refused;
    }

    // An override that leads nowhere is a slip on the command line; a value that a file may not have is a bad configuration.
    private static readonly string[] CommandLineCodes = [JsonErrors.OverridePath.Code, JsonErrors.OverrideValue.Code, ConfigErrors.Override.Code];

    private int Fault(Exception e)
    {
        Say(UsageErrors.InternalFault, $"internal fault: {e.GetType().Name}: {e.Message.ReplaceLineEndings(" ")}; please report it with the command line and the output of \"gravistore version\" (GRAVISTORE_DEBUG=1 shows where it happened)", ExitCode.InternalFault);
        if (surroundings.ShowStackTraces) surroundings.Error.WriteLine(e);
        return ExitCode.InternalFault;
    }

    private int Say(ErrorInfo info, string message, int code) => Say($"error {info.Code}: {message}", code);

    private int Say(string message, int code)
    {
        try
        {
            surroundings.Error.WriteLine($"gravistore: {message}");
        }
        catch (IOException)
        {
            // The terminal is gone with its window: the exit code is all that is left to tell.
        }
        return code;
    }
}
