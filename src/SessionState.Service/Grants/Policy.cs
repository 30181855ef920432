using System.Collections.Immutable;

namespace SessionState.Service.Grants;

/// <summary>Who may do what, whole: what is not in it is forbidden.</summary>
internal sealed record Policy(ImmutableArray<Role> Roles, ImmutableArray<Grant> Grants)
{
    /// <summary>Which changes take a second person.</summary>
    public ApprovalRule Approval { get; init; } = ApprovalRule.Standard;

    /// <summary>Nobody may do anything.</summary>
    public static Policy Empty { get; } = new(StandardRoles.All, []);

    public Role? FindRole(string name) => Roles.FirstOrDefault(role => role.Name == name);

    public Grant? FindGrant(Guid id) => Grants.FirstOrDefault(grant => grant.Id == id);

    public Policy With(Grant grant) => this with { Grants = Grants.Add(grant) };

    public Policy Without(Grant grant) => this with { Grants = Grants.Remove(grant) };
}
