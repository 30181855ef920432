using SessionState.Contracts;

namespace SessionState.Dashboard.SignIn.Demo;

/// <summary>Somebody to be on the demo server, one for every role, so that each can be tried.</summary>
/// <param name="Subject">By this the demo's grants know the person.</param>
/// <param name="Name">What people call them.</param>
/// <param name="Role">What they are there for.</param>
public sealed record DemoPerson(string Subject, string Name, string Role)
{
    public const string Issuer = "demo";

    public static IReadOnlyList<DemoPerson> All { get; } =
    [
        new("admin", "Ada Lindqvist", "Administrator"),
        new("operator", "Omar Haddad", "Operator"),
        new("helpdesk", "Hanna Vogel", "Help desk"),
        new("approver", "Paolo Conti", "Approver"),
        new("auditor", "Aiko Tanaka", "Auditor"),
    ];

    public ActingUser ToActingUser() => new(Issuer, Subject, Name);
}
