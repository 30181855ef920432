using System.Management.Automation.Language;
using SessionState.AppCmd.Commands;
using SessionState.AppCmd.Scripting;

namespace SessionState.Scripting.Tests.PowerShell;

/// <summary>The completion that appcmd writes for PowerShell, read by PowerShell's own parser.</summary>
public sealed class CompletionScriptTests
{
    [Fact]
    public void Script_Parsed_RegistersACompleterThatKnowsEveryCommand()
    {
        var script = Parser.ParseInput(PowerShellCompletion.Write(CommandTable.Objects), out _, out var errors);

        Assert.Empty(errors);
        var command = Assert.Single(script.FindAll(ast => ast is CommandAst found && found.GetCommandName() == "Register-ArgumentCompleter", true));
        Assert.Contains("appcmd.exe", command.Extent.Text, StringComparison.Ordinal);
        var table = Assert.IsType<HashtableAst>(script.Find(ast => ast is HashtableAst, true));
        Assert.Equal(
            CommandTable.Objects.SelectMany(item => item.Commands.Select(one => $"{one.Verb} {item.Name.ToLowerInvariant()}")),
            table.KeyValuePairs.Select(pair => ((StringConstantExpressionAst)pair.Item1).Value));
    }
}
