namespace SessionState.Engine.Reading;

/// <summary>An application element as written, before defaults.</summary>
internal sealed class ApplicationFacts
{
    internal string Path { get; set; } = "";

    internal string? ApplicationPool { get; set; }

    internal int Line { get; init; }

    internal SiteDefaults Defaults { get; } = new();

    internal List<VirtualDirectoryFacts> VirtualDirectories { get; } = [];
}
