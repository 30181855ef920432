namespace SessionState.Engine.Hierarchy;

/// <summary>A location tag for a node that says nothing about classic ASP's section.</summary>
internal readonly record struct SilentTag(LocationTag Tag, ConfigurationFile File, ConfigurationNode Owner);
