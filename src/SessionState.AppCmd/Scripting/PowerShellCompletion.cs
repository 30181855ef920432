using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using SessionState.AppCmd.Commands;
using SessionState.AppCmd.Grammar;

namespace SessionState.AppCmd.Scripting;

/// <summary>The same for PowerShell.</summary>
internal static class PowerShellCompletion
{
    public static string Write(ImmutableArray<ManagedObject> objects)
    {
        var script = new StringBuilder(
            """
            # Completion of appcmd for PowerShell: appcmd script completion powershell | Out-String | Invoke-Expression
            Register-ArgumentCompleter -Native -CommandName appcmd, appcmd.exe -ScriptBlock {
                param($word, $line, $position)
                $commands = @{

            """);
        foreach (var (item, command) in objects.SelectMany(item => item.Commands.Select(command => (item, command))))
        {
            var parameters = string.Join(", ", command.Parameters.Concat(GeneralParameters.Offered).Select(name => $"'/{name}:'"));
            script.Append(CultureInfo.InvariantCulture, $"        '{command.Verb} {item.Name.ToLowerInvariant()}' = @({parameters})\n");
        }

        return script.Append(
            """
                }
                $typed = @($line.CommandElements | Select-Object -Skip 1 | ForEach-Object { $_.ToString().ToLowerInvariant() })
                if ($word) { $typed = @($typed | Select-Object -SkipLast 1) }
                $offered = switch ($typed.Count) {
                    0 { $commands.Keys | ForEach-Object { $_.Split(' ')[0] } | Sort-Object -Unique }
                    1 { $commands.Keys | Where-Object { $_.StartsWith($typed[0] + ' ') } | ForEach-Object { $_.Split(' ')[1] } | Sort-Object }
                    default { $commands[$typed[0] + ' ' + $typed[1].TrimEnd('s')] }
                }
                $offered | Where-Object { $_ -like "$word*" } | ForEach-Object {
                    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
                }
            }

            """).ToString().ReplaceLineEndings("\n");
    }
}
