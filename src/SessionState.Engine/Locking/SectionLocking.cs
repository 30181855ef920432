using System.Collections.Immutable;
using SessionState.Engine.Text;

namespace SessionState.Engine.Locking;

/// <summary>
/// Everything about the locks of a section at a node: what MC-IISA calls the metadata overrideMode, effectiveOverrideMode, lockAttributes and
/// so on (MC-IISA 3.1.4.12.5), with the file and line of each.
/// </summary>
/// <param name="Lock">Whether the node's own web.config may hold the section, and who says so.</param>
/// <param name="OverrideMode">What is said for this very path: by the node's own file, else by the nearest above. Inherit where nobody says.</param>
/// <param name="EffectiveOverrideMode">Allow or Deny: whether files below this node's own level may hold the section.</param>
/// <param name="LockedBelowBy">What locks those files; open where they may hold it.</param>
/// <param name="GranularLocks">The attribute, element and item locks that bind the node's own web.config; at the server those of
/// applicationHost.config itself.</param>
/// <param name="Diagnostics">What a person should know about these locks.</param>
public sealed record SectionLocking(
    SectionLock Lock,
    OverrideMode OverrideMode,
    OverrideMode EffectiveOverrideMode,
    SectionLock LockedBelowBy,
    ImmutableArray<GranularLock> GranularLocks,
    ImmutableArray<Diagnostic> Diagnostics);
