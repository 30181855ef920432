namespace SessionState.Engine.Reading;

/// <summary>What the defaults blocks around an object say (siteDefaults, applicationDefaults, virtualDirectoryDefaults); null is silence.</summary>
internal sealed class SiteDefaults
{
    internal string? ApplicationPool { get; set; }

    internal string? PhysicalPath { get; set; }

    internal bool? AllowSubDirConfig { get; set; }

    internal bool? ServerAutoStart { get; set; }
}
