using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;
using SessionState.AppCmd.Tests.Support;

namespace SessionState.AppCmd.Tests;

/// <summary>The real process: its streams, signals and exit codes.</summary>
public sealed class ProgramTests
{
    // Linux keeps the low eight bits.
    private static int Seen(int exitCode) => OperatingSystem.IsWindows() ? exitCode : exitCode & 0xFF;

    [Fact]
    public async Task Program_UnknownObject_WritesTheRecordedBytes()
    {
        using var process = AppCmdProcess.Start("list", "überall");
        process.StandardInput.Close();
        using var bytes = new MemoryStream();
        await process.StandardOutput.BaseStream.CopyToAsync(bytes, TestContext.Current.CancellationToken);

        Assert.Equal(87, await AppCmdProcess.EndAsync(process));
        Assert.Equal(
            "Object 'ÜBERALL' is not supported.  Run 'appcmd.exe /?' to display supported objects.\r\r\n"u8.ToArray(), bytes.ToArray());
    }

    [Fact]
    public async Task Program_ServiceThatIsNotThere_IsNamed()
    {
        using var process = AppCmdProcess.Start("list", "site", "/server:unix:/nowhere/service.sock");

        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);

        Assert.Equal(Seen(1062), await AppCmdProcess.EndAsync(process));
        Assert.Equal("ERROR ( message:The configuration service does not answer at unix:/nowhere/service.sock. )\r\n", output);
    }

    [Fact]
    public async Task Program_ReaderGoesAway_EndsQuietly()
    {
        using var server = ManySites();
        using var process = AppCmdProcess.Start("explain", "config", "/recurse", "/json", server.FileOption);

        await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        process.StandardOutput.Close();

        Assert.Equal("", await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        Assert.Equal(109, await AppCmdProcess.EndAsync(process));
    }

    [Fact]
    public async Task Program_Interrupted_Ends()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Signals are sent with kill.");
        var folder = Directory.CreateTempSubdirectory("appcmd-tests-");
        var socket = Path.Combine(folder.FullName, "s.sock");
        using var silent = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        silent.Bind(new UnixDomainSocketEndPoint(socket));
        silent.Listen();
        using var process = AppCmdProcess.Start("list", "site", $"/server:unix:{socket}");
        using var connection = await silent.AcceptAsync(TestContext.Current.CancellationToken);

        Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]).Dispose();

        Assert.Equal(130, await AppCmdProcess.EndAsync(process));
        folder.Delete(recursive: true);
    }

    // More output than a pipe holds.
    private static OfflineServer ManySites()
    {
        var sites = new StringBuilder();
        for (var i = 1; i <= 2_000; i++)
        {
            sites.Append(
                CultureInfo.InvariantCulture,
                $"<site name=\"Site{i}\" id=\"{i}\"><application path=\"/\">"
                + $"<virtualDirectory path=\"/\" physicalPath=\"C:\\inetpub\" /></application></site>");
        }

        return new OfflineServer(
            "<configuration><configSections><sectionGroup name=\"system.applicationHost\"><section name=\"sites\" /></sectionGroup>"
            + "<sectionGroup name=\"system.webServer\"><section name=\"asp\" /></sectionGroup></configSections>"
            + $"<system.applicationHost><sites>{sites}</sites></system.applicationHost></configuration>");
    }
}
