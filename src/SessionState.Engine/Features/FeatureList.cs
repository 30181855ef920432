using SessionState.Engine.Hierarchy;

namespace SessionState.Engine.Features;

/// <summary>What one file says, for one path, in one of the sections that list features.</summary>
/// <param name="Section"><c>globalModules</c>, <c>modules</c>, <c>handlers</c> or <c>isapiCgiRestriction</c>.</param>
/// <param name="Location">The location tag it stands in; null for the file's own level.</param>
/// <param name="Items">In order; those that cannot matter for sessions are left out.</param>
/// <param name="RemovesOthers">True where items were removed whose names do not tell whether they matter.</param>
/// <param name="AllowsUnlisted">The attribute <c>notListedIsapisAllowed</c>.</param>
/// <param name="Line">Line of the section, from 1.</param>
internal sealed record FeatureList(
    string Section, LocationTag? Location, FeatureItem[] Items, bool RemovesOthers, bool AllowsUnlisted, int Line)
{
    /// <summary>Stands for more than anybody writes: what a file with so much says is not kept, and so not known.</summary>
    internal static FeatureList TooMuch { get; } = new("", null, [], true, false, 0);
}
