using SessionState.Engine.Editing;
using SessionState.Engine.Schema;

namespace SessionState.Engine.Scripting;

/// <summary>One thing that a script does, at one place of one file.</summary>
/// <param name="Verb">What.</param>
/// <param name="Path">The node: "" for the server, or "Site/app".</param>
/// <param name="Section">Full name of the section: <c>system.webServer/asp</c>.</param>
/// <param name="CommitPath">The file, as a configuration path: "MACHINE/WEBROOT/APPHOST", or that and "/Site/app".</param>
/// <param name="LocationPath">The location tag in that file, relative to its level; null for content outside a location tag.</param>
public sealed record ScriptStep(ScriptVerb Verb, string Path, string Section, string CommitPath, string? LocationPath)
{
    /// <summary>The setting; null for locks and repairs.</summary>
    public Setting? Setting { get; init; }

    /// <summary>The value in canonical spelling; null for all but <see cref="ScriptVerb.Set"/>.</summary>
    public string? Value { get; init; }

    /// <summary>
    /// True where nothing of the section is left at the place afterwards, so that a tool that takes out sections as a whole does the same.
    /// </summary>
    public bool EmptiesSection { get; init; }

    internal bool IsApplicationHost => CommitPaths.AreSame(CommitPath, CommitPaths.ApplicationHost);

    internal bool IsRootWeb => CommitPaths.AreSame(CommitPath, CommitPaths.RootWeb);

    /// <summary>The node of the file: "" for applicationHost.config and the root web.config.</summary>
    internal string CommitNode => IsApplicationHost || IsRootWeb ? "" : CommitPath[(CommitPaths.ApplicationHost.Length + 1)..];

    /// <summary>The configuration path of the node.</summary>
    internal string NodePath => IsRootWeb ? CommitPaths.RootWeb
        : Path.Length == 0 ? CommitPaths.ApplicationHost
        : $"{CommitPaths.ApplicationHost}/{Path}";

    internal string OverrideMode => Verb switch
    {
        ScriptVerb.Unlock => "Allow",
        ScriptVerb.Lock => "Deny",
        _ => "Inherit",
    };

    internal bool IsSamePlace(ScriptStep other) => CommitPaths.AreSame(CommitPath, other.CommitPath)
        && Section == other.Section
        && string.Equals(LocationPath ?? "", other.LocationPath ?? "", StringComparison.OrdinalIgnoreCase);
}
