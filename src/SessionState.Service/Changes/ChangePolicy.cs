using SessionState.Contracts;
using SessionState.Service.Security;

namespace SessionState.Service.Changes;

/// <summary>
/// Who may change what, where. For now every person whom an admitted process names may change everything; grants by role and site will
/// be decided here, and nowhere else.
/// </summary>
internal static class ChangePolicy
{
    /// <summary>Why this caller may not; null where they may.</summary>
    public static Problem? Refuse(Caller caller, ChangeRequest change) => caller.User is not null || caller.IsService
        ? null
        : new(ProblemCodes.Forbidden, "Not allowed", $"Nobody is named who wants to change '{change.First.Path}'.", 403);
}
