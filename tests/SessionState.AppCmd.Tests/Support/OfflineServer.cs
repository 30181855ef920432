using System.Text;

namespace SessionState.AppCmd.Tests.Support;

/// <summary>A copied server in a temporary folder: its applicationHost.config, and what was C:\inetpub there.</summary>
internal sealed class OfflineServer : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("appcmd-tests-");

    public OfflineServer(string applicationHost)
        : this(Encoding.UTF8.GetBytes(applicationHost))
    {
    }

    public OfflineServer(byte[] applicationHost) => File.WriteAllBytes(ApplicationHost, applicationHost);

    public string ApplicationHost => Path.Combine(_folder.FullName, "applicationHost.config");

    /// <summary>The folder that was C:\inetpub.</summary>
    public string Content => Path.Combine(_folder.FullName, "inetpub");

    public string FileOption => $"/apphostconfig:{ApplicationHost}";

    public string MapOption => $"/pathmap:C:\\inetpub={Content}";

    /// <summary>Writes a file below what was C:\inetpub and gives its path here.</summary>
    public string Write(string path, string text)
    {
        var file = Path.Combine(Content, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        return file;
    }

    public Task<Transcript> RunAsync(params string[] arguments) => Tool.RunAsync([.. arguments, FileOption, MapOption]);

    public void Dispose() => _folder.Delete(recursive: true);
}
