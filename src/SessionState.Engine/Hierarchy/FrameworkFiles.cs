using System.Collections.Immutable;
using SessionState.Engine.Text;

namespace SessionState.Engine.Hierarchy;

/// <summary>
/// The two files above applicationHost.config of one .NET Framework folder: ASP.NET reads those of its application pool's version and
/// bitness. Either may be missing, and then the Framework's own defaults hold.
/// </summary>
/// <param name="Version">The version as application pools name it: "v4.0" or "v2.0"; null for any, where a person named the files.</param>
/// <param name="Is64Bit">Whether it is that of 64-bit processes (Framework64); null for any.</param>
/// <param name="Machine">machine.config; null for none.</param>
/// <param name="RootWeb">The root web.config; null for none.</param>
public sealed record FrameworkFiles(string? Version, bool? Is64Bit, ConfigurationFile? Machine, ConfigurationFile? RootWeb)
{
    /// <summary>What is to be said about files that are not there.</summary>
    public ImmutableArray<Diagnostic> Notes { get; init; } = [];

    /// <summary>For people: ".NET Framework v4.0, 64-bit"; "" where it is that of every pool.</summary>
    public string Name => Version is null ? "" : $".NET Framework {Version}, {(Is64Bit == false ? 32 : 64)}-bit";

    /// <summary>These files with another text in one of them; the same where the file is none of them.</summary>
    internal FrameworkFiles With(ConfigurationFile file) =>
        Machine?.Path == file.Path ? this with { Machine = file } : RootWeb?.Path == file.Path ? this with { RootWeb = file } : this;

    internal bool Fits(ApplicationPool pool) =>
        (Version is null || Version.Equals(pool.ManagedRuntimeVersion, StringComparison.OrdinalIgnoreCase))
        && (Is64Bit is null || Is64Bit != (pool.Is32Bit ?? false));
}
