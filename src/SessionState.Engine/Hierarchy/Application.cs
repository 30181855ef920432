using System.Collections.Immutable;

namespace SessionState.Engine.Hierarchy;

/// <summary>An application of a site.</summary>
/// <param name="Path">Its path in the site: "/" or "/app", without a trailing slash.</param>
/// <param name="ApplicationPool">Its pool, from itself or the nearest applicationDefaults; null where none is named.</param>
/// <param name="VirtualDirectories">In file order.</param>
/// <param name="Line">Line of the application element, from 1.</param>
public sealed record Application(string Path, string? ApplicationPool, ImmutableArray<VirtualDirectory> VirtualDirectories, int Line);
