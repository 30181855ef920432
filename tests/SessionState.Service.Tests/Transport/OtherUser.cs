using System.Diagnostics;

namespace SessionState.Service.Tests.Transport;

/// <summary>Programs that run as another user than the tests do.</summary>
internal static class OtherUser
{
    public const uint Id = 65534;

    /// <summary>Accepts one connection at a socket, answers "no content" to whatever comes, and prints at the end how many bytes came.</summary>
    private const string CountingListener =
        """
        use Socket;
        socket(my $server, AF_UNIX, SOCK_STREAM, 0) or die;
        bind($server, sockaddr_un($ARGV[0])) or die;
        listen($server, 5) or die;
        $| = 1;
        print "ready\n";
        accept(my $client, $server) or die;
        my $count = 0;
        while (my $got = sysread($client, my $buffer, 4096)) {
            syswrite($client, "HTTP/1.1 204 No Content\r\n\r\n") unless $count;
            $count += $got;
        }
        print "$count\n";
        """;

    public static void SkipUnlessPossible() => Assert.SkipUnless(
        OperatingSystem.IsLinux() && Environment.UserName == "root" && File.Exists("/usr/bin/setpriv") && File.Exists("/usr/bin/perl")
            && File.Exists("/usr/bin/curl"),
        "Acting as another user takes root, setpriv, perl and curl.");

    public static async Task<Process> ListenAsync(string socket, uint user = Id)
    {
        var process = Start(user, "perl", "-e", CountingListener, socket);
        Assert.Equal("ready", await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken));
        return process;
    }

    /// <summary>curl's exit code (7 no connection, 22 an HTTP error, 52 nothing came back, 55 and 56 the connection broke), and what it printed.</summary>
    public static async Task<(int ExitCode, string Output)> CurlAsync(uint user, string socket, string address, string method = "GET")
    {
        using var process = Start(
            user, "curl", "--silent", "--fail", "--max-time", "20", "--request", method, "--unix-socket", socket, "http://localhost" + address);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output);
    }

    public static Process Start(uint user, params string[] command) => Process.Start(
        new ProcessStartInfo("setpriv", [$"--reuid={user}", $"--regid={user}", "--clear-groups", .. command]) { RedirectStandardOutput = true })!;
}
