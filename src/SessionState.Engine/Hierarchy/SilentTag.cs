namespace SessionState.Engine.Hierarchy;

/// <summary>A location tag for a node that says nothing about the sections we keep.</summary>
internal readonly record struct SilentTag(LocationTag Tag, ConfigurationFile File, ConfigurationNode Owner);
