using SessionState.Contracts;

namespace SessionState.Dashboard.Model.Nodes;

/// <summary>One rung of the provenance ladder in words.</summary>
public static class LadderText
{
    public static string Role(LadderRole role) => role switch
    {
        LadderRole.Winner => "wins",
        LadderRole.Shadowed => "overridden",
        LadderRole.Ignored => "ignored",
        LadderRole.Violation => "not allowed",
        _ => "not set",
    };

    public static string Icon(LadderRole role) => role switch
    {
        LadderRole.Winner => "check",
        LadderRole.Shadowed => "down",
        LadderRole.Ignored => "skip",
        LadderRole.Violation => "alert",
        _ => "dash",
    };

    /// <summary>Whether the levels that say nothing are worth folding away.</summary>
    public static bool CanFold(IReadOnlyList<LadderStep> ladder) => ladder.Count(IsQuiet) > 2;

    /// <summary>A level that neither sets nor locks nor has anything to tell.</summary>
    public static bool IsQuiet(LadderStep step) => step is { Role: LadderRole.Silent, Locks: false, Note: null };
}
