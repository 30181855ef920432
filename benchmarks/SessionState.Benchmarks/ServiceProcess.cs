using System.Diagnostics;
using SessionState.Contracts;
using SessionState.Tests.Shared;

namespace SessionState.Benchmarks;

/// <summary>The real Service in a process of its own, on a copy of a generated server's applicationHost.config, and its data in a temporary folder.</summary>
internal sealed class ServiceProcess : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ssb-");
    private readonly Process _process;
    private readonly ServiceAddress _address;

    private ServiceProcess(GeneratedServer server)
    {
        var host = Path.Combine(_folder.CreateSubdirectory("config").FullName, "applicationHost.config");
        File.Copy(server.ApplicationHostConfig, host);
        _address = new(ServiceTransport.UnixSocket, Path.Combine(_folder.FullName, "api.sock"));
        _process = Process.Start(new ProcessStartInfo("dotnet",
        [
            Path.Combine(AppContext.BaseDirectory, "SessionState.Service.dll"), $"--Service:ApplicationHostConfig={host}",
            "--data", Path.Combine(_folder.FullName, "data"), "--socket", _address.ToString(), "--parent-pipe",
            $"--Service:FirstAdministrator={Ada.Issuer} {Ada.Subject}",
        ])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
    }

    public static ServiceProcess Start(GeneratedServer server)
    {
        var service = new ServiceProcess(server);
        return service._process.StandardOutput.ReadLine()?.StartsWith("ready", StringComparison.Ordinal) is true
            ? service
            : throw new InvalidOperationException("The Service did not start.");
    }

    /// <summary>Processor time that it used so far.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Who may do everything there.</summary>
    public static ActingUser Ada { get; } = new("local", "ada", "Ada Lovelace");

    public ConfigurationServiceClient Connect() => new(ServiceConnection.Create(_address, "benchmark"), Ada);

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }
}
