namespace SessionState.Tests.Shared;

/// <summary>A server that the generator wrote. Shared by all tests: read it, or copy it before changing anything.</summary>
internal sealed record GeneratedServer(string Folder)
{
    public string ApplicationHostConfig => Path.Combine(Folder, "config", "applicationHost.config");

    public string MachineConfig => Path.Combine(Folder, "framework", "machine.config");

    public string RootWebConfig => Path.Combine(Folder, "framework", "web.config");

    /// <summary>The root of the physical folders.</summary>
    public string Sites => Path.Combine(Folder, "sites");

    /// <summary>The expected answers, one JSON object a line.</summary>
    public string Truth => Path.Combine(Folder, "truth.jsonl");

    /// <summary>Counts, total bytes and a hash over all files.</summary>
    public string Manifest => Path.Combine(Folder, "manifest.json");
}
