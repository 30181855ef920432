using SessionState.Contracts;
using SessionState.Service.Grants;

namespace SessionState.Service.Tests.Grants;

/// <summary>Policies for tests.</summary>
internal static class Policies
{
    public static DateTimeOffset Now { get; } = new(2026, 11, 22, 16, 0, 0, TimeSpan.Zero);

    public static ActingUser Hedda { get; } = new("local", "hedda", "Hedda Help");

    public static Policy Of(params Grant[] grants) => new(StandardRoles.All, [.. grants]);

    public static Grant Grant(Role role, string path = "", ActingUser? to = null, string? setting = null, DateTimeOffset? until = null) => new()
    {
        Id = Guid.NewGuid(),
        Subject = new(SubjectKind.Person, (to ?? Hedda).Issuer, (to ?? Hedda).Subject),
        Role = role,
        Scope = new(path),
        Setting = setting,
        Until = until,
        GivenBy = "Test",
        GivenAt = Now,
    };

    /// <summary>Gives a grant in a running Service, as if somebody who may had done so.</summary>
    public static Grant Grant(
        this ServiceApplication service, ActingUser to, Role role, string path = "", string? setting = null, DateTimeOffset? until = null)
    {
        var grant = Grant(role, path, to, setting, until);
        Assert.Null(service.Get<PolicyStore>().Change(policy => policy.With(grant)).Problem);
        return grant;
    }

    public static bool Allows(this Policy policy, Permission permission, string path, string? setting = null, ActingUser? who = null) =>
        Evaluator.Decide(policy, who ?? Hedda, permission, path, setting, Now).IsAllowed;
}
