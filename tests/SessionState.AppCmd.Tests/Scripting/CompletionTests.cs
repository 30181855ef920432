using System.Diagnostics;
using SessionState.AppCmd.Commands;
using SessionState.AppCmd.Tests.Support;

namespace SessionState.AppCmd.Tests.Scripting;

public sealed class CompletionTests
{
    [Theory]
    [InlineData("appcmd ", 1, "clear")]
    [InlineData("appcmd clear ", 2, "config")]
    [InlineData("appcmd Set config ", 3, "/section:")]
    [InlineData("appcmd script config Contoso /lang", 4, "/language:")]
    [InlineData("appcmd list sites /te", 3, "/text:")]
    public async Task Bash_Line_IsCompleted(string line, int word, string expected)
    {
        Assert.SkipUnless(File.Exists("/bin/bash"), "There is no bash.");
        var script = (await Tool.RunAsync("script", "completion", "bash")).Output;
        var words = string.Join(' ', line.Split(' ').Select(one => $"'{one}'"));
        var asked = $"{script}\nCOMP_WORDS=({words}); COMP_CWORD={word}; _appcmd; printf '%s\\n' \"${{COMPREPLY[@]}}\"";
        using var bash = Process.Start(new ProcessStartInfo("/bin/bash", ["--norc", "-c", asked]) { RedirectStandardOutput = true })!;
        var offered = await bash.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await bash.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Contains(expected, offered.Split('\n'));
    }

    [Fact]
    public async Task PowerShell_Script_NamesEveryCommand()
    {
        var run = await Tool.RunAsync("script", "completion", "powershell");

        Assert.Equal(0, run.ExitCode);
        Assert.All(
            CommandTable.Objects.SelectMany(item => item.Commands.Select(command => $"'{command.Verb} {item.Name.ToLowerInvariant()}' = @(")),
            entry => Assert.Contains(entry, run.Output, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData]
    [InlineData("fish")]
    public async Task Shell_MissingOrUnknown_IsAskedFor(params string[] shell) => Assert.Equal(
        new Transcript(87, "ERROR ( message:Must specify the shell: bash or powershell. )\r\n", ""),
        await Tool.RunAsync(["script", "completion", .. shell]));
}
