using SessionState.Contracts;

namespace SessionState.Service.Security;

/// <summary>Why somebody may not.</summary>
internal static class RightsProblems
{
    private const string AskForAGrant = "Ask somebody who manages grants on this server for one.";

    /// <summary>Nothing of the kind is granted, wherever it were.</summary>
    public static Problem Nowhere(Caller caller, Permission permission) => new(
        ProblemCodes.Forbidden,
        "Not allowed",
        $"{caller.User!.Name} ({caller.User.Subject} of {caller.User.Issuer}) has no grant to {Words(permission)} on this server.",
        403)
    {
        Remedy = AskForAGrant,
    };

    /// <summary>A change of a place that is granted would reach others that are not.</summary>
    public static Problem ReachesFurther { get; } = new(
        ProblemCodes.Forbidden,
        "Not allowed",
        "This change would also reach places that are not yours: a file that it writes serves more than your grants cover. Nothing was changed.",
        403)
    {
        Remedy = AskForAGrant,
    };

    /// <summary>It is granted elsewhere, and the node may be named.</summary>
    public static Problem NotHere(Permission permission, string path) => new(
        ProblemCodes.Forbidden, "Not allowed", $"You have no grant to {Words(permission)} {At(path)}.", 403)
    {
        Remedy = AskForAGrant,
        Field = "path",
    };

    private static string At(string path) => path.Length == 0 ? "for the whole server" : $"at {path}";

    /// <summary>A permission in words that follow "to".</summary>
    public static string Words(Permission permission) => permission switch
    {
        Permission.TreeRead => "see nodes",
        Permission.EffectiveRead => "see values",
        Permission.SessionSet => "set values",
        Permission.SessionClear => "let values be inherited",
        Permission.LockSet => "change locks",
        Permission.HistoryRead => "see changes",
        Permission.Rollback => "take changes back",
        Permission.AuditRead => "read the audit",
        Permission.AuditExport => "export the audit",
        Permission.UsersManage => "manage grants",
        Permission.ServiceAdmin => "run the service",
        Permission.BreakGlass => "do without a second person in an emergency",
        _ => "approve changes",
    };
}
