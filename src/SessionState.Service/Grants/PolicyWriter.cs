using System.Text.Json;

namespace SessionState.Service.Grants;

/// <summary>A policy as the bytes of its file.</summary>
internal static class PolicyWriter
{
    public static byte[] Write(Policy policy) => JsonSerializer.SerializeToUtf8Bytes(
        new PolicyDocument(PolicyDocument.CurrentVersion, [.. policy.Roles.Select(ToEntry)], [.. policy.Grants.Select(ToEntry)])
        {
            Approval = policy.Approval,
        },
        PolicyDocument.Json);

    private static PolicyDocument.RoleEntry ToEntry(Role role) =>
        new(role.Name, [.. role.Permissions.Select(PermissionNames.Of)]) { NeedsTicket = role.NeedsTicket };

    private static PolicyDocument.GrantEntry ToEntry(Grant grant) =>
        new(grant.Id, grant.Subject, grant.Role.Name, grant.Scope.Path, grant.GivenBy, grant.GivenAt)
        {
            Name = grant.SubjectName,
            Setting = grant.Setting,
            Until = grant.Until,
            Reason = grant.Reason,
        };
}
