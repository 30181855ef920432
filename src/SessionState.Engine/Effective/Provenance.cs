namespace SessionState.Engine.Effective;

/// <summary>The place a value comes from.</summary>
/// <param name="ConfigurationPath">Path of the node the value is set for; "" is the server.</param>
/// <param name="File">The file that sets it.</param>
/// <param name="Line">Line of the element that carries the attribute, from 1.</param>
/// <param name="LocationPath">The location tag's path as written ("" where the tag has none); null for content outside a location tag.</param>
public sealed record Provenance(string ConfigurationPath, string File, int Line, string? LocationPath);
