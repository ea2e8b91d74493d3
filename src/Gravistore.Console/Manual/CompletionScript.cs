using System.Text;
using Gravistore.Console.CommandLine;
using Gravistore.DryRun;

namespace Gravistore.Console.Manual;

/// <summary>What bash needs to complete command lines of gravistore, written from the table of verbs.</summary>
internal static class CompletionScript
{
    private const string Beginning = """
        # bash completion for gravistore                                -*- shell-script -*-
        # Written by "gravistore help --completion".

        _gravistore_names() { # _gravistore_names KIND: names of plants or scenarios
            local folder=${GRAVISTORE_ROOT:-/etc/gravistore} file
            [ -d "$folder/config" ] && folder=$folder/config
            for file in "$folder/$1"/*.json; do
                case $file in *.sim.json | *'*'*) ;; *) file=${file##*/}; printf '%s\n' "${file%.json}" ;; esac
            done
        }

        _gravistore() {
            local cur=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} verb=${COMP_WORDS[1]} words='' options='' files=''
            [ "$COMP_CWORD" -gt 2 ] && case "$verb ${COMP_WORDS[2]}" in TWO_WORDS) verb="$verb ${COMP_WORDS[2]}" ;; esac
            case $previous in
                FILE_OPTIONS) mapfile -t COMPREPLY < <(compgen -f -- "$cur"); return ;;
                VALUE_OPTIONS) COMPREPLY=(); return ;;
            esac
            if [ "$COMP_CWORD" -eq 1 ]; then
                words='FIRST_WORDS'
            else
                case $verb in

        """;

    private const string Ending = """
                esac
            fi
            case $cur in -*) words=$options files='' ;; esac
            mapfile -t COMPREPLY < <(compgen -W "$words" -- "$cur"; [ -z "$files" ] || compgen -f -- "$cur")
        }

        complete -o filenames -F _gravistore gravistore

        """;

    private static readonly string[] FileValues = ["FILE", "FILE|-", "DIR", "FOLDER", "PATH"];

    /// <summary>The script.</summary>
    public static string Write(IReadOnlyList<Verb> verbs)
    {
        Option[] options = [.. verbs.SelectMany(v => v.Options).Where(o => o.TakesValue).DistinctBy(o => o.Name)];
        StringBuilder script = new(Beginning
            .Replace("TWO_WORDS", string.Join(" | ", verbs.Where(v => v.Name.Contains(' ')).Select(v => $"'{v.Name}'")))
            .Replace("FILE_OPTIONS", string.Join(" | ", options.Where(IsFile).Select(o => o.Name)))
            .Replace("VALUE_OPTIONS", string.Join(" | ", options.Where(o => !IsFile(o)).Select(o => o.Name)))
            .Replace("FIRST_WORDS", string.Join(' ', verbs.Select(v => v.Name.Split(' ')[0]).Distinct())));
        foreach (IGrouping<string, Verb> family in verbs.Where(v => v.Name.Contains(' ')).GroupBy(v => v.Name.Split(' ')[0]))
            Case(script, family.Key, $"words='{string.Join(' ', family.Select(v => v.Name.Split(' ')[1]))}'");
        foreach (Verb verb in verbs)
            Case(script, verb.Name.Contains(' ') ? $"'{verb.Name}'" : verb.Name, $"options='{string.Join(' ', verb.Options.Select(o => o.Name))}' {Arguments(verb, verbs)}");
        return script.Append(Ending).ToString();
    }

    private static void Case(StringBuilder script, string pattern, string actions) => script.Append($"            {pattern}) {actions.TrimEnd()} ;;\n");

    private static bool IsFile(Option option) => FileValues.Contains(option.Value);

    private static string Arguments(Verb verb, IReadOnlyList<Verb> verbs) => verb.Arguments.Split(' ')[0] switch
    {
        "SCENARIO" => "words=$(_gravistore_names scenarios) files=yes",
        "PLANT" => "words=$(_gravistore_names plants) files=yes",
        "NAME" => $"words='{string.Join(' ', ProjectFiles.SchemaNames)}'",
        "[VERB]" => $"words='{string.Join(' ', verbs.Select(v => v.Name.Split(' ')[0]).Distinct())}'",
        "" or "POWER" => "",
        _ => "files=yes",
    };
}
