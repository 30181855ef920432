using System.Diagnostics.CodeAnalysis;

namespace SessionState.Service.Grants;

/// <summary>Whether somebody may, and by which grant; no grant, no permission.</summary>
internal readonly record struct Decision(Grant? By)
{
    [MemberNotNullWhen(true, nameof(By))]
    public bool IsAllowed => By is not null;

    /// <summary>Allowed only with a ticket.</summary>
    public bool NeedsTicket => By?.Role.NeedsTicket is true;
}
