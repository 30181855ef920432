using SessionState.Contracts;
using SessionState.Dashboard.Model.Frame;

namespace SessionState.Dashboard.Model.Records;

/// <summary>A filter with a name, that people need again and again.</summary>
public sealed record AuditPreset(string Name, AuditFilter Filter)
{
    /// <summary>Those that everybody has.</summary>
    public static IReadOnlyList<AuditPreset> All(BrowserClock clock) =>
    [
        new("Today", new() { From = clock.Today }),
        new("Changes, 7 days", new() { Type = AuditType.Outcome, From = clock.Today.AddDays(-7) }),
        new("Refused, 7 days", new() { Outcome = AuditOutcome.Refused, From = clock.Today.AddDays(-7) }),
        new("Edited outside", new() { Type = AuditType.External }),
        new("Turned off", new() { After = "false", Type = AuditType.Outcome }),
        new("Sign-ins", new() { Type = AuditType.Auth }),
        new("Grants", new() { Type = AuditType.Admin }),
    ];
}
