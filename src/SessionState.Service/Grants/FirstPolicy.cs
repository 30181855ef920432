using SessionState.Contracts;
using SessionState.Service.Security;

namespace SessionState.Service.Grants;

/// <summary>
/// The policy of a new installation. Whoever runs the Service on this machine may do everything with appcmd, and so may the person named
/// as first administrator; both are ordinary grants, which can be ended once others hold theirs.
/// </summary>
internal sealed class FirstPolicy(ServiceOptions options, DateTimeOffset now)
{
    /// <summary>Those to whom a new policy gives everything, in words.</summary>
    public static string Owners { get; } = OperatingSystem.IsLinux() ? "root and the user the Service runs as" : "the user the Service runs as";

    public Policy Create() => new(
        StandardRoles.All,
        [
            .. OperatingSystemUser.Owners.SelectMany(user => Everything(OperatingSystemUser.Issuer, user)),
            .. options.FirstAdministrator is { } person ? Everything(person.Issuer, person.Id) : [],
            .. options.Demo ? new DemoGrants(now).Create() : [],
        ]);

    /// <summary>All that one person can need to set up the rest: nobody can give what they do not hold.</summary>
    public IEnumerable<Grant> Everything(string issuer, string id) =>
        new[] { StandardRoles.Administrator, StandardRoles.Operator, StandardRoles.Auditor, StandardRoles.Approver, StandardRoles.BreakGlass }
            .Select(role => Give(now, issuer, id, role, ""));

    public static Grant Give(DateTimeOffset now, string issuer, string id, Role role, string path) => new()
    {
        Id = Guid.CreateVersion7(now),
        Subject = new(SubjectKind.Person, issuer, id),
        Role = role,
        Scope = new(path),
        GivenBy = "(first start)",
        GivenAt = now,
    };
}
