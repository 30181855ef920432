using System.Collections.Immutable;
using SessionState.Contracts;
using SessionState.Service.Grants;

namespace SessionState.Service.Security;

/// <summary>What an endpoint asks of its caller. Every endpoint says so; one that does not is never reached.</summary>
/// <param name="NeedsPerson">False: any admitted process will do.</param>
/// <param name="AnyOf">Of these permissions the person must have one somewhere; where, the endpoint asks itself. Empty: none is needed.</param>
internal sealed record AccessMetadata(bool NeedsPerson, ImmutableArray<Permission> AnyOf)
{
    /// <summary>It changes something, so that also a request that nobody understood is recorded.</summary>
    public bool IsChange { get; init; }

    public override string ToString() => !NeedsPerson ? "any process"
        : AnyOf.IsEmpty ? "any person"
        : string.Join(" or ", AnyOf.Select(PermissionNames.Of));
}
