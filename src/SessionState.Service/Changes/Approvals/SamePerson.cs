using SessionState.Contracts;
using SessionState.Service.Audit;

namespace SessionState.Service.Changes.Approvals;

/// <summary>
/// Whether two accounts are one person's, as far as that can be told. Of the same issuer the subject decides. Of different ones nobody vouches
/// that they are two people, so whoever is called the same, there or here, counts as the same.
/// </summary>
internal static class SamePerson
{
    public static bool Is(ActingUser user, AuditActor requester, string requesterName) =>
        user.Issuer == requester.Iss
            ? user.Subject == requester.Sub
            : AreAlike(user.Subject, requester.Sub) || AreAlike(user.Name, requesterName);

    private static bool AreAlike(string one, string? other) => one.Trim().Equals(other?.Trim(), StringComparison.OrdinalIgnoreCase);
}
