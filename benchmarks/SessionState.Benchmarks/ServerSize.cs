using System.Globalization;
using System.Xml;
using SessionState.Tests.Shared;

namespace SessionState.Benchmarks;

/// <summary>The configuration files of a generated server, and the baseline: one bare pass of the framework's XML reader over them.</summary>
internal sealed class ServerSize(GeneratedServer server)
{
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    private readonly string[] _files =
        [server.ApplicationHostConfig, .. Directory.EnumerateFiles(server.Sites, "web.config", SearchOption.AllDirectories)];

    public string Describe(string name) =>
        string.Create(CultureInfo.InvariantCulture, $"{name}: {_files.Length} files, {Bytes / 1e6:0.0} MB");

    public long Bytes => _files.Sum(file => new FileInfo(file).Length);

    /// <summary>Reads every file once, from the disk, on one thread, and does nothing with it.</summary>
    public void BarePass()
    {
        foreach (var file in _files)
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 65_536);
            using var reader = XmlReader.Create(stream, Settings);
            while (reader.Read())
            {
                // The pass itself is what is measured.
            }
        }
    }
}
