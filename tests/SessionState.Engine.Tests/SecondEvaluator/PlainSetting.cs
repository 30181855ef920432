namespace SessionState.Engine.Tests.SecondEvaluator;

/// <summary>What the plain rules have to know of a setting.</summary>
/// <param name="Group">The section's group.</param>
/// <param name="Section">The section's name in it.</param>
/// <param name="Element">The child element with the attribute; null: the section's own.</param>
/// <param name="Attribute">The attribute.</param>
/// <param name="Default">Its value where no file sets it.</param>
/// <param name="Canonical">The value as it counts; null for none.</param>
internal sealed record PlainSetting(
    string Group, string Section, string? Element, string Attribute, string Default, Func<string, string?> Canonical)
{
    public static PlainSetting AllowSessionState { get; } = new(
        "system.webServer", "asp", "session", "allowSessionState", "true", raw => raw.ToLowerInvariant() is "true" or "false" ? raw.ToLowerInvariant() : null);

    public static PlainSetting Mode { get; } = new(
        "system.web", "sessionState", null, "mode", "InProc", raw => raw is "Off" or "InProc" or "StateServer" ? raw : null)
    {
        IsManaged = true,
        IsForApplicationsOnly = true,
    };

    /// <summary>ASP.NET reads it, and so not from applicationHost.config.</summary>
    public bool IsManaged { get; private init; }

    /// <summary>Whether the section may stand at applications only (allowDefinition="MachineToApplication").</summary>
    public bool IsForApplicationsOnly { get; private init; }
}
