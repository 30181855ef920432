using System.Text;
using SessionState.AppCmd;
using SessionState.Contracts;
using SessionState.Scripting.Tests.CommandLines;

namespace SessionState.Service.Tests.Scripts;

/// <summary>
/// The commands that Microsoft's documentation shows for <c>asp</c> and <c>sessionState</c> (IIS configuration reference, "Getting Started with
/// AppCmd.exe", the scenarios for classic ASP and ASP.NET), pasted as they stand: what they promise happens, or it is said why not.
/// </summary>
public sealed class DocumentedCommandTests
{
    private const string FrameworkConfig = "windows/Microsoft.NET/Framework64/v4.0.30319/Config";
    private const string DefaultSite = "Default Web Site";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string, string, string, string> Settings => new()
    {
        { """appcmd.exe set config "Default Web Site" -section:system.webServer/asp /session.allowSessionState:"False" /commit:apphost""", DefaultSite, "system.webServer/asp/session@allowSessionState", "false" },
        { """appcmd.exe set config "Default Web Site" -section:system.webServer/asp /session.max:"1000" /commit:apphost""", DefaultSite, "system.webServer/asp/session@max", "1000" },
        { """appcmd.exe set config "Default Web Site" -section:system.webServer/asp /session.timeout:"00:10:00" /commit:apphost""", DefaultSite, "system.webServer/asp/session@timeout", "00:10:00" },
        { "appcmd set config /commit:WEBROOT /section:sessionState /mode:InProc", "", "system.web/sessionState@mode", "InProc" },
        { "appcmd set config /commit:WEBROOT /section:sessionState /cookieless:UseCookies /cookieName:MyCookie /timeout:40", "", "system.web/sessionState@timeout", "40" },
        { "appcmd set config /commit:WEBROOT /section:sessionState /cookieless:UseDeviceProfile /cookieName:MyCookie /timeout:40 /regenerateExpiredSessionId:false", "", "system.web/sessionState@regenerateExpiredSessionId", "false" },
        { "appcmd set config /commit:WEBROOT /section:sessionState /cookieless:AutoDetect", "", "system.web/sessionState@cookieless", "AutoDetect" },
        { "appcmd set config /commit:WEBROOT /section:sessionState /cookieless:UseUri /regenerateExpiredSessionId:true", "", "system.web/sessionState@cookieless", "UseUri" },
    };

    public static TheoryData<string> OtherAttributes =>
    [
        """appcmd.exe set config "Default Web Site" -section:system.webServer/asp /enableParentPaths:"False" /commit:apphost""",
        """appcmd.exe set config "Default Web Site" -section:system.webServer/asp /bufferingOn:"True" /commit:apphost""",
        """appcmd.exe set config -section:system.webServer/asp /limits.scriptTimeout:"00:02:00" /commit:apphost""",
        """appcmd.exe set config -section:system.webServer/asp /limits.queueConnectionTestTime:"00:00:05" /commit:apphost""",
        """appcmd.exe set config -section:system.webServer/asp /limits.requestQueueMax:"1000" /commit:apphost""",
        """appcmd.exe set config -section:system.webServer/asp /cache.diskTemplateCacheDirectory:"%SystemDrive%\inetpub\temp\ASP Compiled Templates" /commit:apphost""",
        """appcmd.exe set config -section:system.webServer/asp /cache.maxDiskTemplateCacheFiles:"4000" /commit:apphost""",
        """appcmd.exe set config -section:system.webServer/asp /cache.scriptFileCacheSize:"1000" /commit:apphost""",
        """appcmd.exe set config -section:system.webServer/asp /cache.scriptEngineCacheMax:"500" /commit:apphost""",
        """appcmd.exe set config "Default Web Site" -section:system.webServer/asp /comPlus.trackThreadingModel:"True" /commit:apphost""",
        """appcmd.exe set config "Default Web Site" -section:system.webServer/asp /comPlus.executeInMta:"True" /commit:apphost""",
        """%systemroot%\system32\inetsrv\APPCMD set config "http://localhost/app1" /section:asp /appAllowClientDebug:false""",
        """%systemroot%\system32\inetsrv\APPCMD set config "http://localhost/app1" /section:asp /limits.requestQueueMax:4000""",
        """%windir%\system32\inetsrv\appcmd set config -section:asp -cache.maxDiskTemplateCacheFiles:0""",
        """%windir%\system32\inetsrv\appcmd set config "Default Web Site" -section:asp -scriptErrorSentToBrowser:true""",
        "appcmd set config /section:asp /codePage:1252",
        "appcmd set config /section:asp /enableASPHTMLFallback:true",
        "appcmd set config /section:asp /scriptLanguage:VBScript",
        "appcmd set config /section:asp /lcid:1033",
    ];

    public static TheoryData<string, string> Printed => new()
    {
        { "appcmd set config /section:asp /allowSessionState:false", "This works: appcmd set config /section:asp /session.allowSessionState:false" },
        { "appcmd set config /section:asp /max:5", "This works: appcmd set config /section:asp /session.max:5" },
        { "appcmd set config /section:asp /keepSessionIdSecure:true", "This works: appcmd set config /section:asp /session.keepSessionIdSecure:true" },
        { "appcmd set config /section:asp /timeout:00:05:00", "This works: appcmd set config /section:asp /session.timeout:00:05:00" },
    };

    [Theory]
    [MemberData(nameof(Settings))]
    public async Task Set_Session_DoesWhatIsPromised(string command, string path, string setting, string expected)
    {
        await using var service = await StartAsync();

        var run = await RunAsync(service, command);

        Assert.Equal((0, true), (run.ExitCode, run.Output.StartsWith("Applied configuration changes to section ", StringComparison.Ordinal)));
        var node = (await service.Client.GetNodeAsync(path.Length > 0 ? path : DefaultSite, Cancel)).Demand();
        Assert.Equal(expected, node.Settings.Single(value => value.Setting == setting).Value);
    }

    [Theory]
    [MemberData(nameof(OtherAttributes))]
    public async Task Set_WhatIsNotAboutSessions_SaysSoAndChangesNothing(string command)
    {
        await using var service = await StartAsync();
        var before = await File.ReadAllTextAsync(service.ApplicationHost, Cancel);

        var run = await RunAsync(service, command);

        Assert.Equal(50, run.ExitCode);
        Assert.EndsWith("is not changed here. )\r\n", run.Output, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllTextAsync(service.ApplicationHost, Cancel));
    }

    [Theory]
    [MemberData(nameof(Printed))]
    public async Task Set_AsPrintedWithoutTheElement_IsCorrectedIntoWhatWorks(string command, string works)
    {
        await using var service = await StartAsync();

        var run = await RunAsync(service, command);

        Assert.Equal((87, true), (run.ExitCode, run.Error.EndsWith(works + "\n", StringComparison.Ordinal)));
        Assert.Equal(0, (await RunAsync(service, works["This works: ".Length..])).ExitCode);
    }

    [Theory]
    [InlineData("appcmd set config /commit:WEBROOT /section:sessionState /mode:SqlServer", 13, "ASP.NET accepts it only as \"SQLServer\"")]
    [InlineData("appcmd set config /commit:WEBROOT /section:sessionState /stateConnectionString:tcpip=a:42424", 50, "is not changed here")]
    [InlineData("appcmd set config /section:asp /?", 1, "Set properties of a section")]
    public async Task Set_Otherwise_IsAnswered(string command, int exitCode, string text)
    {
        await using var service = await StartAsync();

        var run = await RunAsync(service, command);

        Assert.Equal((exitCode, true), (run.ExitCode, run.Output.Contains(text, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Show_Commands_ShowWhatIsPromised()
    {
        await using var service = await StartAsync();
        const string AppCmd = @"%systemroot%\system32\inetsrv\APPCMD ";

        Assert.Equal(
            (0, "<system.webServer>\r\n  <asp scriptLanguage=\"JScript\">\r\n    <session />\r\n    <comPlus />\r\n    <cache />\r\n    <limits />\r\n  </asp>\r\n</system.webServer>\r\n"),
            Shown(await RunAsync(service, AppCmd + """list config "Default Web Site/" /section:asp""")));
        var whole = await RunAsync(service, AppCmd + """list config "Default Web Site/" /section:asp /config:*""");
        Assert.Contains("<session allowSessionState=\"true\" timeout=\"00:20:00\" max=\"4294967295\" keepSessionIdSecure=\"true\" />", whole.Output, StringComparison.Ordinal);
        Assert.Contains(" scriptLanguage=\"JScript\"", whole.Output, StringComparison.Ordinal);
        Assert.Contains("requestQueueMax=\"3000\"", whole.Output, StringComparison.Ordinal);
        Assert.StartsWith("system.webServer/asp\r\n", (await RunAsync(service, AppCmd + "list config /section:?")).Output, StringComparison.Ordinal);
        Assert.Contains("CONFIGSEARCH \"MACHINE/WEBROOT/APPHOST/Default Web Site/app1\"\r\n", (await RunAsync(service, AppCmd + "search config")).Output, StringComparison.Ordinal);
        Assert.Equal(
            (0, "CONFIGSEARCH \"MACHINE/WEBROOT/APPHOST/Default Web Site/app1\"\r\n"),
            Shown(await RunAsync(service, AppCmd + """search config "Default Web Site/" /section:asp /session.allowSessionState:false""")));
        Assert.StartsWith("SITE \"Default Web Site\" (id:1,bindings:http/*:80:", (await RunAsync(service, AppCmd + "list sites")).Output, StringComparison.Ordinal);
        Assert.StartsWith("APP \"Default Web Site/\" (applicationPool:ContosoPool)\r\n", (await RunAsync(service, AppCmd + """list apps /site.name:"Default Web Site" """.TrimEnd())).Output, StringComparison.Ordinal);
        Assert.Equal(
            (0, "VDIR \"Default Web Site/\" (physicalPath:C:\\inetpub\\contoso)\r\n"),
            Shown(await RunAsync(service, AppCmd + """list vdirs /app.name:"Default Web Site/" """.TrimEnd())));
    }

    [Fact]
    public async Task Lock_Commands_LockAndUnlock()
    {
        await using var service = await StartAsync();

        Assert.Equal(
            (0, "Unlocked section \"system.webServer/asp\" at configuration path \"MACHINE/WEBROOT/APPHOST\".\r\n"),
            Shown(await RunAsync(service, @"%systemroot%\system32\inetsrv\APPCMD unlock config /section:asp")));
        Assert.False((await service.RowAsync(DefaultSite)).Locked);
        Assert.Equal(0, (await RunAsync(service, @"%systemroot%\system32\inetsrv\APPCMD lock config /section:asp")).ExitCode);
        Assert.True((await service.RowAsync(DefaultSite)).Locked);
    }

    private static (int, string) Shown((int ExitCode, string Output, string Error) run) => (run.ExitCode, run.Output);

    private static Task<ServiceApplication> StartAsync() => ServiceApplication.StartAsync(
        folder =>
        {
            var host = folder["config/applicationHost.config"];
            File.WriteAllText(host, File.ReadAllText(host)
                .Replace("name=\"Contoso\"", "name=\"Default Web Site\"", StringComparison.Ordinal)
                .Replace("path=\"/shop\"", "path=\"/app1\"", StringComparison.Ordinal)
                .Replace("*:80:contoso.example", "*:80:", StringComparison.Ordinal)
                .Replace("<location path=\"Contoso/shop\">", "<location path=\"Default Web Site\"><system.webServer><asp scriptLanguage=\"JScript\" /></system.webServer></location>\n  <location path=\"Default Web Site/app1\">", StringComparison.Ordinal));
            Directory.CreateDirectory(folder[FrameworkConfig]);
            File.WriteAllText(folder[FrameworkConfig + "/web.config"], "<configuration>\n</configuration>\n");
        },
        options => options with
        {
            PathMap = [.. options.PathMap, new(@"C:\Windows", Path.Combine(Path.GetDirectoryName(Path.GetDirectoryName(options.ApplicationHostConfig))!, "windows"))],
        });

    private static async Task<(int ExitCode, string Output, string Error)> RunAsync(ServiceApplication service, string line)
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
        return (exitCode, Encoding.UTF8.GetString(output.ToArray()), Encoding.UTF8.GetString(error.ToArray()));
    }
}
