using System.Globalization;
using SessionState.Contracts;
using SessionState.Dashboard.Model.Frame;

namespace SessionState.Dashboard.Model.Grants;

/// <summary>A grant as somebody fills it in. What it may hold the Service decides; here is only what can be said without asking it.</summary>
public sealed class GrantForm
{
    public SubjectKind Kind { get; set; }

    public string Issuer { get; set; } = "local";

    public string Id { get; set; } = "";

    public string Name { get; set; } = "";

    public string Role { get; set; } = "";

    public string Path { get; set; } = "";

    public string Setting { get; set; } = "";

    /// <summary>The last day, in the zone of the person at the browser; empty for no end.</summary>
    public DateOnly? LastDay { get; set; }

    public string Reason { get; set; } = "";

    /// <summary>What is missing, by field; empty where the form can be sent.</summary>
    public IReadOnlyDictionary<string, string> Errors { get; private set; } = new Dictionary<string, string>();

    /// <summary>The request; null, with <see cref="Errors"/>, where something is missing.</summary>
    public AddGrantRequest? ToRequest(BrowserClock clock)
    {
        var errors = new Dictionary<string, string>();
        Demand(errors, Issuer.Trim().Length > 0, "issuer", "Say who vouches for the name: local, or an identity provider.");
        Demand(errors, Id.Trim().Length > 0, "id", Kind == SubjectKind.Group ? "Name the group." : "Name the person, as the issuer does.");
        Demand(errors, Role.Length > 0, "role", "Choose a role.");
        Demand(errors, Reason.Trim().Length > 0, "reason", "Say why; the audit keeps it.");
        Errors = errors;
        return errors.Count > 0 ? null : new(
            new(Kind, Issuer.Trim(), Id.Trim(), Name.Trim().Length == 0 ? null : Name.Trim()),
            Role,
            Path.Trim(),
            Setting.Length == 0 ? null : Setting,
            LastDay is { } day ? clock.Start(day.AddDays(1)) : null,
            Reason.Trim());
    }

    /// <summary>Takes up what the Service says about a field; false where it is about none of them.</summary>
    public bool Take(Problem problem)
    {
        var field = problem.Field switch { "subject" => "id", var other => other };
        if (field is not ("role" or "path" or "setting" or "until" or "reason" or "id"))
        {
            return false;
        }

        Errors = new Dictionary<string, string> { [field] = string.Create(CultureInfo.InvariantCulture, $"{problem.Detail} {problem.Remedy}").Trim() };
        return true;
    }

    private static void Demand(Dictionary<string, string> errors, bool holds, string field, string error)
    {
        if (!holds)
        {
            errors[field] = error;
        }
    }
}
