using System.Security;
using System.Text;
using SessionState.AppCmd;
using SessionState.Contracts;
using SessionState.Scripting.Tests;
using SessionState.Scripting.Tests.CommandLines;

namespace SessionState.Service.Tests.Scripts;

/// <summary>
/// The command that is written for a change, given to our own appcmd on another server that is the same, leaves exactly the files that the
/// change leaves; and so does what takes it back.
/// </summary>
public sealed class CommandRoundTripTests
{
    private const string Asp = "system.webServer/asp";
    private const string SessionState = "system.web/sessionState";
    private const string ApplicationHost = "MACHINE/WEBROOT/APPHOST";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string, ChangeTarget[]> Changes => new()
    {
        { "server off", [Set("", "false")] },
        { "site off", [Set("Contoso", "false")] },
        { "application on", [Set("Contoso/shop", "true")] },
        { "application inherits", [Clear("Contoso/shop")] },
        { "folder off", [Set("Contoso/images", "false")] },
        { "file off", [Set("Contoso/images/a b.asp", "false")] },
        { "in its own file", [Set("Fabrikam", "false", $"{ApplicationHost}/Fabrikam")] },
        { "timeout", [Set("Contoso", "00:45:00", setting: $"{Asp}/session@timeout")] },
        { "unlimited", [Set("Contoso/shop", "4294967295", setting: $"{Asp}/session@max")] },
        { "three values", [Set("Contoso", "true"), Set("Contoso", "5", setting: $"{Asp}/session@max"), Set("Contoso", "00:05:00", setting: $"{Asp}/session@timeout")] },
        { "two nodes", [Set("Contoso", "false"), Set("Contoso/shop", "true")] },
        { "two files", [Set("Contoso", "false"), Set("Fabrikam", "false", $"{ApplicationHost}/Fabrikam")] },
        { "mode", [Set("Contoso/shop", "Off", setting: $"{SessionState}@mode")] },
        { "minutes", [Set("Contoso", "40", setting: $"{SessionState}@timeout")] },
        { "pages of a folder", [Set("Contoso/images", "ReadOnly", setting: "system.web/pages@enableSessionState")] },
        { "lock a site", [Section("Fabrikam", ChangeAction.Lock)] },
        { "unlock a site", [Section("Contoso", ChangeAction.Unlock)] },
        { "unlock the server", [Section("", ChangeAction.Unlock)] },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task Command_RunElsewhere_LeavesTheSameFiles(string name, ChangeTarget[] targets)
    {
        Assert.NotEmpty(name);
        await AssertSameAsync(new(targets, ""), null);
    }

    [Fact]
    public async Task Command_ForAnyNameOfASite_LeavesTheSameFiles()
    {
        // IIS allows no site these.
        foreach (var site in HostileNames.All.Where(site => site.IndexOfAny(['"', '\t', ':', '*']) < 0))
        {
            await AssertSameAsync(new([Set($"{site}/shop", "true")], ""), site);
        }
    }

    private static async Task AssertSameAsync(ChangeRequest change, string? contosoAs)
    {
        await using var one = await StartAsync(contosoAs);
        await using var other = await StartAsync(contosoAs);
        var scripts = (await other.Client.GetScriptsAsync(ServiceApplication.Ada, new(change, ScriptLanguage.AppCmd), Cancel)).Demand();
        var made = await one.ChangeAsync(change);

        await RunAsync(other, scripts.Apply);
        Assert.Equal(Files(one), Files(other));

        if (scripts.Undo.Impossible is null)
        {
            var undo = (await one.Client.PreviewUndoAsync(ServiceApplication.Ada, made.ChangeId, Cancel)).Demand();
            (await one.Client.UndoAsync(ServiceApplication.Ada, made.ChangeId, new(Guid.NewGuid(), undo.PlanDigest, "Back", null), Cancel)).Demand();
            await RunAsync(other, scripts.Undo);
            Assert.Equal(Files(one), Files(other));
        }
    }

    private static Task<ServiceApplication> StartAsync(string? contosoAs) => ServiceApplication.StartAsync(folder =>
    {
        var host = folder["config/applicationHost.config"];
        if (contosoAs is not null)
        {
            File.WriteAllText(host, File.ReadAllText(host)
                .Replace("name=\"Contoso\"", $"name=\"{SecurityElement.Escape(contosoAs)}\"", StringComparison.Ordinal)
                .Replace("path=\"Contoso/", $"path=\"{SecurityElement.Escape(contosoAs)}/", StringComparison.Ordinal));
        }
    });

    // Relative to the server's own folder, because the two servers lie in two.
    private static SortedDictionary<string, string> Files(ServiceApplication service)
    {
        var root = Path.GetDirectoryName(Path.GetDirectoryName(service.ApplicationHost))!;
        var files = new[] { "config", "inetpub" }.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(root, folder), "*.config", SearchOption.AllDirectories));
        return new(files.ToDictionary(file => Path.GetRelativePath(root, file), file => Convert.ToHexString(File.ReadAllBytes(file))), StringComparer.Ordinal);
    }

    private static async Task RunAsync(ServiceApplication service, ScriptInfo script)
    {
        Assert.Null(script.Impossible);
        foreach (var line in script.Text!.TrimEnd('\n').Split('\n'))
        {
            using var output = new MemoryStream();
            using var error = new MemoryStream();
            var exitCode = await AppCmdMain.RunAsync(
                [.. WindowsArguments.Of(line)],
                new()
                {
                    Output = output,
                    Error = error,
                    Variable = _ => null,
                    User = ServiceApplication.Ada,
                    DefaultAddress = () => new(ServiceTransport.UnixSocket, service.Socket),
                    Connect = address => new ConfigurationServiceClient(ServiceConnection.Create(address, "appcmd"), ServiceApplication.Ada),
                },
                Cancel);
            Assert.True(exitCode == 0, $"{line}\n{Encoding.UTF8.GetString(output.ToArray())}{Encoding.UTF8.GetString(error.ToArray())}");
        }
    }

    private static ChangeTarget Set(string path, string value, string? commitPath = null, string setting = ServiceApplication.Setting) =>
        new(path, setting, ChangeAction.Set, value, commitPath);

    private static ChangeTarget Clear(string path) => new(path, ServiceApplication.Setting, ChangeAction.Clear, null, null);

    private static ChangeTarget Section(string path, ChangeAction action) => new(path, Asp, action, null, null);
}
