using SessionState.Contracts;

namespace SessionState.Service.Grants;

/// <summary>Grants as the contract shows them.</summary>
internal static class GrantMapping
{
    public static GrantInfo ToContract(Grant grant) => new(
        grant.Id,
        new(grant.Subject.Kind, grant.Subject.Issuer, grant.Subject.Id, grant.SubjectName),
        grant.Role.Name,
        grant.Scope.Path,
        grant.Setting,
        grant.Until,
        grant.GivenBy,
        grant.GivenAt,
        grant.Reason);

    public static RoleInfo ToContract(Role role) => new(role.Name, role.Permissions, role.NeedsTicket);
}
