using System.Collections.Immutable;
using SessionState.Engine.Hierarchy;

namespace SessionState.Files;

/// <summary>A change to write: all of its files or none.</summary>
/// <param name="Files">The files.</param>
/// <param name="Before">The snapshot that the change was planned on; null where unknown.</param>
/// <param name="After">
/// The plan's own idea of the server afterwards. Published as it is where <paramref name="Before"/> is still current, which saves reading
/// the files again; null or out of date: worked out from the bytes.
/// </param>
public sealed record CommitRequest(
    ImmutableArray<CommitFile> Files, ConfigurationSnapshot? Before = null, ServerConfiguration? After = null);
