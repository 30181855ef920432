namespace SessionState.Engine.Reading;

/// <summary>A virtualDirectory element as written, before defaults.</summary>
internal readonly record struct VirtualDirectoryFacts(string Path, string? PhysicalPath, bool? AllowSubDirConfig, int Line);
