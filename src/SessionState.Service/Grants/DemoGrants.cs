namespace SessionState.Service.Grants;

/// <summary>The grants of the demo: one person for each role, and the one who signs in with the link that the console shows.</summary>
internal sealed class DemoGrants(DateTimeOffset now)
{
    private const string Issuer = "demo";
    private const string AspSessions = "system.webServer/asp/session@allowSessionState";

    private static readonly string[] HelpDeskSites = ["Contoso", "Wide World Importers"];

    public IEnumerable<Grant> Create() =>
    [
        Give("admin", "Ada Lindqvist", StandardRoles.Administrator),
        Give("admin", "Ada Lindqvist", StandardRoles.Operator),
        Give("admin", "Ada Lindqvist", StandardRoles.BreakGlass),
        Give("operator", "Omar Haddad", StandardRoles.Operator),
        .. HelpDeskSites.Select(site => Give("helpdesk", "Hanna Vogel", StandardRoles.HelpDesk, site) with { Setting = AspSessions }),
        Give("auditor", "Aiko Tanaka", StandardRoles.Auditor),
        Give("approver", "Paolo Conti", StandardRoles.Approver),
        .. new[] { StandardRoles.Administrator, StandardRoles.Operator, StandardRoles.Auditor, StandardRoles.BreakGlass }
            .Select(role => FirstPolicy.Give(now, "local", Environment.UserName, role, "")),
    ];

    private Grant Give(string id, string name, Role role, string path = "") =>
        FirstPolicy.Give(now, Issuer, id, role, path) with { SubjectName = name };
}
