namespace SessionState.AppCmd.Grammar;

/// <summary>What IIS's appcmd can and this tool cannot, and what there is instead.</summary>
internal static class NotOurs
{
    private const string IisOnly = "IIS's own appcmd does that, on the server.";

    private static readonly Dictionary<string, string> Objects = new(StringComparer.OrdinalIgnoreCase)
    {
        ["BACKUP"] = "The configuration service keeps every file that it changes as it was before: undo change takes a change back, and list change and the audit name its id.",
        ["WP"] = IisOnly,
        ["REQUEST"] = IisOnly,
        ["MODULE"] = IisOnly,
        ["TRACE"] = IisOnly,
        ["BINDING"] = IisOnly,
    };

    private static readonly Dictionary<string, string> Verbs = new(StringComparer.OrdinalIgnoreCase)
    {
        ["reset"] = "What a section was when IIS was set up only IIS knows. clear config takes out what was set, so that the path inherits.",
        ["migrate"] = "It moves handlers and modules of ASP.NET, which are not managed here.",
        ["add"] = IisOnly,
        ["delete"] = IisOnly,
        ["start"] = IisOnly,
        ["stop"] = IisOnly,
    };

    /// <summary>About an object, in the singular or plural; null where IIS has none of that name either.</summary>
    public static string? ExplainObject(string name) =>
        Objects.GetValueOrDefault(name) ?? (name.EndsWith('s') || name.EndsWith('S') ? Objects.GetValueOrDefault(name[..^1]) : null);

    /// <summary>About a verb; null where IIS has none of that name either.</summary>
    public static string? ExplainVerb(string verb) => Verbs.GetValueOrDefault(verb);
}
