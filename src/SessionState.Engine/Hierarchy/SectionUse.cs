namespace SessionState.Engine.Hierarchy;

/// <summary>A section or group directly in <c>system.webServer</c> that is not kept, for checking that it is registered.</summary>
/// <param name="Name">Its element name.</param>
/// <param name="Line">Its line, from 1.</param>
internal readonly record struct SectionUse(string Name, int Line);
