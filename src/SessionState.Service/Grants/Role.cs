using System.Collections.Immutable;
using SessionState.Contracts;

namespace SessionState.Service.Grants;

/// <summary>A set of permissions that are given together.</summary>
/// <param name="Name">Its name, one word.</param>
/// <param name="Permissions">What it allows.</param>
internal sealed record Role(string Name, ImmutableArray<Permission> Permissions)
{
    /// <summary>Changes that this role alone allows must name a ticket.</summary>
    public bool NeedsTicket { get; init; }

    public bool Allows(Permission permission) => Permissions.Contains(permission);
}
