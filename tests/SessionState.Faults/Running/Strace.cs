using System.Diagnostics;
using System.Text.RegularExpressions;
using SessionState.Faults.Hosting;

namespace SessionState.Faults.Running;

/// <summary>strace, holding on to a running process: it tells its system calls and lets the one it is told to fail.</summary>
internal sealed partial class Strace : IDisposable
{
    /// <summary>The calls through which a commit changes the disk.</summary>
    public static readonly string[] Calls =
        ["openat", "write", "fsync", "renameat2", "renameat", "linkat", "unlinkat", "fchmod", "fchown", "flock", "fsetxattr"];

    private readonly Process _process;
    private readonly string _log = Path.GetTempFileName();

    /// <param name="process">Whom to watch.</param>
    /// <param name="inject">What to do to which call, as strace wants it; null: only watch.</param>
    public Strace(int process, string? inject)
    {
        var names = string.Join(',', Calls);
        string[] arguments = ["-f", "-o", _log, "-e", $"trace={names}", .. inject is null ? [] : new[] { "-e", $"inject={inject}" }, "-p", $"{process}"];
        _process = Process.Start(new ProcessStartInfo("strace", arguments) { RedirectStandardError = true })!;
        if (_process.StandardError.ReadLine() is not { } line || !line.Contains("attached", StringComparison.Ordinal))
        {
            throw new FaultException("strace cannot attach to a process here");
        }
    }

    /// <summary>Why there is no strace here; null where there is.</summary>
    public static string? Missing { get; } = !OperatingSystem.IsLinux() ? "strace exists only on Linux."
        : !File.Exists("/usr/bin/strace") ? "strace is not installed."
        : null;

    /// <summary>Lets go of the process.</summary>
    /// <returns>The calls of its main thread, in order.</returns>
    public IReadOnlyList<string> Detach(int thread)
    {
        if (!_process.HasExited)
        {
            _ = Native.Kill(_process.Id, Native.TerminateSignal);
        }

        // It can miss that a process it was attached to was killed.
        if (!_process.WaitForExit(TimeSpan.FromSeconds(3)))
        {
            _process.Kill();
            _process.WaitForExit();
        }

        return
        [
            .. File.ReadLines(_log)
                .Select(line => CallLine().Match(line))
                .Where(match => match.Success && match.Groups["thread"].Value == $"{thread}")
                .Select(match => match.Groups["call"].Value),
        ];
    }

    /// <summary>True where a call was made to fail, in what was written of it so far.</summary>
    public bool HasInjected => File.ReadAllText(_log).Contains("(INJECTED)", StringComparison.Ordinal);

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
        File.Delete(_log);
    }

    [GeneratedRegex(@"^(?<thread>\d+) +(?<call>\w+)\(")]
    private static partial Regex CallLine();
}
