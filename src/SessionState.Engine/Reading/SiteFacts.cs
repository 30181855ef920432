namespace SessionState.Engine.Reading;

/// <summary>A site element as written, before defaults.</summary>
internal sealed class SiteFacts
{
    internal string Name { get; set; } = "";

    internal uint Id { get; set; }

    internal bool? ServerAutoStart { get; set; }

    internal string Bindings { get; set; } = "";

    internal int Line { get; init; }

    internal SiteDefaults Defaults { get; } = new();

    internal List<ApplicationFacts> Applications { get; } = [];
}
