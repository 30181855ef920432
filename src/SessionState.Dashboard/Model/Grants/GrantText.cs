using SessionState.Contracts;

namespace SessionState.Dashboard.Model.Grants;

/// <summary>Grants in words.</summary>
public static class GrantText
{
    public static string Place(string path) => path.Length == 0 ? "The whole server" : path;

    public static string Who(GrantSubject subject) =>
        subject.Name ?? (subject is { Issuer: "os", Kind: SubjectKind.Person } ? $"User {subject.Id} of the machine" : subject.Id);

    /// <summary>Whom exactly: two people may have one name.</summary>
    public static string Exactly(GrantSubject subject) =>
        subject.Kind == SubjectKind.Group ? $"group {subject.Id} of {subject.Issuer}" : $"{subject.Id} of {subject.Issuer}";

    /// <summary>A permission as an answer to "what can she do?".</summary>
    public static string Of(Permission permission) => permission switch
    {
        Permission.TreeRead => "See that it is there",
        Permission.EffectiveRead => "See values and where they come from",
        Permission.SessionSet => "Set values",
        Permission.SessionClear => "Let values be inherited again",
        Permission.LockSet => "Lock, unlock and repair",
        Permission.HistoryRead => "See its changes",
        Permission.Rollback => "Take changes back",
        Permission.AuditRead => "Read the audit",
        Permission.AuditExport => "Export the audit",
        Permission.UsersManage => "Give and end grants",
        Permission.ServiceAdmin => "Look after the service",
        Permission.BreakGlass => "Do without a second person in an emergency",
        _ => "Approve changes of others",
    };

    /// <summary>Why the answer is yes or no.</summary>
    public static string Because(AccessAnswer answer) => answer.By is not { } grant ? "No grant allows it"
        : $"{grant.Role} on {Place(grant.Path)}{(grant.Subject.Kind == SubjectKind.Group ? $", as a member of {grant.Subject.Id}" : "")}, given by {grant.GivenBy}";
}
