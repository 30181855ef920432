using SessionState.Contracts;
using SessionState.Service.Grants;

namespace SessionState.Service.Tests.Grants;

/// <summary>
/// Every standard role × every permission × every relation of the place asked for to the place granted, at the evaluator (ASVS 8.2.1, 8.2.2,
/// 8.3.1). What a role allows is written out here once more, as a table, so that a change of the roles is a change of two places.
/// </summary>
public sealed class RoleMatrixTests
{
    private const string Granted = "Site1/app";

    private static readonly Dictionary<string, Permission[]> Table = new()
    {
        ["Auditor"] = [Permission.TreeRead, Permission.EffectiveRead, Permission.HistoryRead, Permission.AuditRead, Permission.AuditExport],
        ["HelpDesk"] = [Permission.TreeRead, Permission.EffectiveRead, Permission.SessionSet, Permission.SessionClear, Permission.HistoryRead],
        ["Operator"] =
        [
            Permission.TreeRead, Permission.EffectiveRead, Permission.SessionSet, Permission.SessionClear, Permission.LockSet,
            Permission.HistoryRead, Permission.Rollback, Permission.AuditRead,
        ],
        ["Approver"] = [Permission.TreeRead, Permission.EffectiveRead, Permission.HistoryRead, Permission.AuditRead, Permission.ChangeApprove],
        ["Administrator"] = [Permission.TreeRead, Permission.AuditRead, Permission.AuditExport, Permission.UsersManage, Permission.ServiceAdmin],
        ["BreakGlass"] = [Permission.TreeRead, Permission.BreakGlass],
    };

    public static TheoryData<string, string, bool> Relations => new()
    {
        { "self", Granted, true },
        { "parent", "Site1", false },
        { "child", "Site1/app/folder", true },
        { "sibling", "Site1/other", false },
        { "prefix twin", "Site1/app2", false },
    };

    [Theory]
    [MemberData(nameof(Relations))]
    public void Decide_EveryRoleAndPermission_IsAsTheTableSays(string relation, string path, bool within)
    {
        foreach (var (role, permission) in Cells())
        {
            var allowed = Policies.Of(Policies.Grant(role, Granted)).Allows(permission, path);

            Assert.True(allowed == (within && Table[role.Name].Contains(permission)), $"{role.Name}, {permission}, {relation}");
        }
    }

    [Fact]
    public void Decide_OnAnotherServer_IsForbidden()
    {
        // A grant stands in the policy of one server; another server has a policy of its own.
        var other = Policies.Of(Policies.Grant(StandardRoles.Operator, Granted, new("local", "otto", "Otto")));
        foreach (var (role, permission) in Cells())
        {
            Assert.False(other.Allows(permission, Granted), $"{role.Name}, {permission}");
        }
    }

    [Fact]
    public void Roles_AreThoseOfTheTable() => Assert.Equal(Table.Keys, StandardRoles.All.Select(role => role.Name));

    private static IEnumerable<(Role Role, Permission Permission)> Cells() =>
        from role in StandardRoles.All from permission in Enum.GetValues<Permission>() select (role, permission);
}
