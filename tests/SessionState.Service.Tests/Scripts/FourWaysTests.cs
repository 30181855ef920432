using System.Diagnostics;
using System.Text;
using SessionState.AppCmd;
using SessionState.Contracts;
using SessionState.Scripting.Tests.CommandLines;

namespace SessionState.Service.Tests.Scripts;

/// <summary>
/// The table of the old page: five levels, and on, off and inherit. A change made here, by our appcmd, by the command that was written for it and
/// by the diff in somebody's editor leaves the same bytes; and the audit knows the same of each, the last as an edit made elsewhere.
/// </summary>
public sealed class FourWaysTests
{
    private static readonly (string Name, string Path)[] Levels =
        [("server", ""), ("site", "Contoso"), ("application", "Contoso/shop"), ("folder", "Contoso/images"), ("file", "Contoso/images/a.asp")];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string, string, string?> Table
    {
        get
        {
            var rows = new TheoryData<string, string, string?>();
            rows.AddRange(Levels.SelectMany(level => new[] { "true", "false", null }.Select(value => (level.Name, level.Path, value))));
            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Table))]
    public async Task Change_MadeInEachWay_LeavesTheSameBytesAndTheSameRecord(string level, string path, string? value)
    {
        Assert.NotEmpty(level);

        // What is to be set or taken out is something else before.
        var opposite = value == "false" ? "true" : "false";
        await using var here = await StartAsync(path, opposite);
        await using var typed = await StartAsync(path, opposite);
        await using var written = await StartAsync(path, opposite);
        await using var edited = await StartAsync(path, opposite);
        var change = ClientExtensions.Request(path, value, "MACHINE/WEBROOT/APPHOST");
        var command = await WriteAsync(written, change, ScriptLanguage.AppCmd);
        var diff = await WriteAsync(edited, change, ScriptLanguage.UnifiedDiff);

        await here.ChangeAsync(change);
        await RunAsync(typed, Typed(path, value));
        await RunAsync(written, [.. WindowsArguments.Of(command.TrimEnd('\n'))]);
        await ApplyAsync(edited, diff);

        var bytes = await File.ReadAllTextAsync(here.ApplicationHost, Cancel);
        Assert.Equal(bytes, await File.ReadAllTextAsync(typed.ApplicationHost, Cancel));
        Assert.Equal(bytes, await File.ReadAllTextAsync(written.ApplicationHost, Cancel));
        Assert.Equal(bytes, await File.ReadAllTextAsync(edited.ApplicationHost, Cancel));
        var expected = (path, opposite, value ?? "true");
        Assert.Equal(expected, await RecordAsync(here, AuditType.Outcome));
        Assert.Equal(expected, await RecordAsync(typed, AuditType.Outcome));
        Assert.Equal(expected, await RecordAsync(written, AuditType.Outcome));
        await AssertNoticedAsync(edited, expected);
    }

    private static string[] Typed(string path, string? value) =>
    [
        value is null ? "clear" : "set",
        "config",
        .. path.Length == 0 ? Array.Empty<string>() : [path],
        "/section:asp",
        value is null ? "/session.allowSessionState" : $"/session.allowSessionState:{value}",
        "/commit:apphost",
    ];

    private static async Task<ServiceApplication> StartAsync(string path, string value)
    {
        var service = await ServiceApplication.StartAsync();
        var request = ClientExtensions.Request(path, value, "MACHINE/WEBROOT/APPHOST");
        if (!(await service.PreviewedAsync(request)).NothingToDo)
        {
            await service.ChangeAsync(request);
        }

        return service;
    }

    private static async Task<string> WriteAsync(ServiceApplication service, ChangeRequest change, ScriptLanguage language)
    {
        var script = (await service.Client.GetScriptsAsync(ServiceApplication.Ada, new(change, language), Cancel)).Demand().Apply;
        Assert.True(script.Text is not null, script.Impossible);
        return script.Text;
    }

    private static async Task RunAsync(ServiceApplication service, string[] arguments)
    {
        using var output = new MemoryStream();
        var exitCode = await AppCmdMain.RunAsync(
            arguments,
            new()
            {
                Output = output,
                Error = output,
                Variable = _ => null,
                User = ServiceApplication.Ada,
                DefaultAddress = () => new(ServiceTransport.UnixSocket, service.Socket),
                Connect = address => new ConfigurationServiceClient(ServiceConnection.Create(address, "appcmd"), ServiceApplication.Ada),
            },
            Cancel);
        Assert.True(exitCode == 0, Encoding.UTF8.GetString(output.ToArray()));
    }

    // As somebody would in an editor or with a deployment: behind the Service's back.
    private static async Task ApplyAsync(ServiceApplication service, string diff)
    {
        using var patch = Process.Start(new ProcessStartInfo("patch", ["--binary", "-s", "-d", "/", "-p1"])
        {
            RedirectStandardInput = true,
            RedirectStandardError = true,
        })!;
        await patch.StandardInput.WriteAsync(diff);
        patch.StandardInput.Close();
        var error = await patch.StandardError.ReadToEndAsync(Cancel);
        await patch.WaitForExitAsync(Cancel);
        Assert.True(patch.ExitCode == 0, $"{service.ApplicationHost}: {error}\n{diff}");
    }

    private static async Task<(string, string?, string?)> RecordAsync(ServiceApplication service, AuditType type)
    {
        var entry = (await service.AuditAsync(new() { Type = type }))[0];
        return (entry.Path, entry.Before, entry.After)!;
    }

    private static async Task AssertNoticedAsync(ServiceApplication service, (string, string?, string?) expected)
    {
        // Every question looks at the files first.
        (await service.Client.GetNodeAsync(expected.Item1, Cancel)).Demand();
        await Eventually.TrueAsync(async () => (await service.AuditAsync(new() { Type = AuditType.External }))
            .Any(entry => (entry.Path, entry.Before, entry.After) == expected));
    }
}
