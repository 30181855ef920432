using System.Diagnostics;
using SessionState.Faults.Hosting;

namespace SessionState.Faults.Running;

/// <summary>A <see cref="FaultHost"/> of its own, to be asked and killed.</summary>
internal sealed class HostProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly Process _process;

    /// <param name="server">The server's files.</param>
    /// <param name="before">A program that starts it, such as one that gives up rights; empty: none.</param>
    public HostProcess(FaultServer server, params string[] before)
    {
        string[] command = [.. before, "dotnet", "exec", typeof(HostProcess).Assembly.Location, "host", server.Folder];
        _process = Process.Start(new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        Id = int.Parse((ReadLine() ?? throw new FaultException($"no host: {_process.StandardError.ReadToEnd()}")).Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
    }

    public int Id { get; }

    /// <summary>The answer; null where it died of the question.</summary>
    public string? Ask(string line)
    {
        Send(line);
        return ReadLine();
    }

    public void Send(string line)
    {
        try
        {
            _process.StandardInput.WriteLine(line);
            _process.StandardInput.Flush();
        }
        catch (IOException)
        {
            // It is dead; the answer says so.
        }
    }

    public string? ReadLine()
    {
        var read = _process.StandardOutput.ReadLineAsync();
        return read.Wait(Patience) ? read.Result : throw new FaultException("the host does not answer");
    }

    public void Kill() => _process.Kill();

    public void WaitUntilDead()
    {
        if (!_process.WaitForExit(Patience))
        {
            throw new FaultException("the host does not die");
        }
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
    }
}
