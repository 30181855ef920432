using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using SessionState.AppCmd.Commands;
using SessionState.AppCmd.Grammar;

namespace SessionState.AppCmd.Scripting;

/// <summary>Completion for bash: verbs, then the objects that have them, then the command's parameters.</summary>
internal static class BashCompletion
{
    public static string Write(ImmutableArray<ManagedObject> objects)
    {
        var verbs = objects.SelectMany(item => item.Commands.Select(command => command.Verb)).Distinct().Order(StringComparer.Ordinal);
        var script = new StringBuilder(
            $$"""
            # Completion of appcmd for bash: eval "$(appcmd script completion bash)"
            _appcmd() {
                local word=${COMP_WORDS[COMP_CWORD]} words=""
                COMPREPLY=()
                if ((COMP_CWORD == 1)); then
                    words="{{string.Join(' ', verbs)}}"
                elif ((COMP_CWORD == 2)); then
                    case ${COMP_WORDS[1],,} in

            """);
        foreach (var group in objects.SelectMany(item => item.Commands.Select(command => (item, command))).GroupBy(pair => pair.command.Verb))
        {
            script.Append(CultureInfo.InvariantCulture, $"            {group.Key}) words=\"{string.Join(' ', group.Select(pair => pair.item.Name.ToLowerInvariant()))}\" ;;\n");
        }

        script.Append(
            """
                    esac
                else
                    case ${COMP_WORDS[1],,}:${COMP_WORDS[2],,} in

            """);
        foreach (var (item, command) in objects.SelectMany(item => item.Commands.Select(command => (item, command))))
        {
            var parameters = string.Join(' ', command.Parameters.Concat(GeneralParameters.Offered).Select(name => $"/{name}:"));
            script.Append(CultureInfo.InvariantCulture, $"            {command.Verb}:{item.Name.ToLowerInvariant()}*) words=\"{parameters}\" ;;\n");
        }

        return script.Append(
            """
                    esac
                fi
                COMPREPLY=($(compgen -W "$words" -- "$word"))
            }
            complete -o default -o nospace -F _appcmd appcmd

            """).ToString().ReplaceLineEndings("\n");
    }
}
