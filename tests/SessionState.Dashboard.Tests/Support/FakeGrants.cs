using SessionState.Contracts;

namespace SessionState.Dashboard.Tests.Support;

/// <summary>Who may do what, as a test wants it: at first everybody everything.</summary>
internal sealed class FakeGrants
{
    private readonly List<GrantInfo> _grants = [];

    public MyAccess Mine { get; set; } = Everywhere(Enum.GetValues<Permission>());

    public Problem? Problem { get; set; }

    public GrantList List => new(
        [.. _grants],
        [
            new("HelpDesk", [Permission.TreeRead, Permission.EffectiveRead, Permission.SessionSet, Permission.SessionClear], true),
            new("Operator", [Permission.TreeRead, Permission.EffectiveRead, Permission.SessionSet, Permission.LockSet], false),
        ]);

    public static MyAccess Everywhere(params Permission[] permissions) => At("", permissions);

    public static MyAccess At(string path, params Permission[] permissions) =>
        new([.. permissions.Select(permission => new HeldRight(permission, path, null, false, null))], path);

    public GrantInfo Give(string id, string role, string path, SubjectKind kind = SubjectKind.Person, DateTimeOffset? until = null)
    {
        var grant = new GrantInfo(Guid.NewGuid(), new(kind, "local", id, null), role, path, null, until, "Ann Example", DateTimeOffset.UnixEpoch, "Why not");
        _grants.Add(grant);
        return grant;
    }

    public ServiceResult<GrantInfo> Add(ActingUser user, AddGrantRequest request)
    {
        if (Problem is { } problem)
        {
            return problem;
        }

        var grant = new GrantInfo(
            Guid.NewGuid(), request.Subject, request.Role, request.Path, request.Setting, request.Until, user.Name, DateTimeOffset.UnixEpoch, request.Reason);
        _grants.Add(grant);
        return grant;
    }

    public ServiceResult<GrantInfo> End(Guid id)
    {
        if (Problem is { } problem)
        {
            return problem;
        }

        var grant = _grants.Single(grant => grant.Id == id);
        _grants.Remove(grant);
        return grant;
    }

    public AccessAnswers Answer(AccessQuestion question) => new(
        question.Path,
        [.. Enum.GetValues<Permission>().Select(permission => new AccessAnswer(
            permission,
            _grants.FirstOrDefault(grant => grant.Subject.Id == question.Subject && List.Roles.Single(role => role.Name == grant.Role).Permissions.Contains(permission))))]);
}
