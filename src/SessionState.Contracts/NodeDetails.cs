namespace SessionState.Contracts;

/// <summary>Everything about one node.</summary>
/// <param name="Path">See <see cref="NodeRow.Path"/>.</param>
/// <param name="Name">The last segment, or the server's name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Revision">The snapshot this is from.</param>
/// <param name="PhysicalPath">The folder as IIS's configuration names it; null for the server and for unmapped nodes.</param>
/// <param name="Application">Path of the application that owns the node; null for the server.</param>
/// <param name="ApplicationPool">The application's pool; null where the configuration names none.</param>
/// <param name="WebConfig">The node's own web.config, existing or not, as the Service sees it; null where it can have none.</param>
/// <param name="WebConfigExists">Whether that file exists.</param>
/// <param name="AlsoServes">Other nodes that map to the same folder and so share its web.config.</param>
/// <param name="Settings">The settings with their values, the main one first.</param>
/// <param name="Diagnostics">What is wrong here or above, as far as it concerns this node.</param>
public sealed record NodeDetails(
    string Path,
    string Name,
    NodeKind Kind,
    string Revision,
    string? PhysicalPath,
    string? Application,
    string? ApplicationPool,
    string? WebConfig,
    bool WebConfigExists,
    IReadOnlyList<string> AlsoServes,
    IReadOnlyList<SettingValue> Settings,
    IReadOnlyList<DiagnosticInfo> Diagnostics)
{
    /// <summary>What the settings need here: installed, allowed, where they count.</summary>
    public IReadOnlyList<RequirementInfo> Requirements { get; init; } = [];

    /// <summary>What else is set in the sections of the settings, as far as it is known. What is not listed has its default.</summary>
    public IReadOnlyList<OtherValue> Others { get; init; } = [];

    /// <summary>The locks of each section that has settings here.</summary>
    public IReadOnlyList<SectionLocks> Locks { get; init; } = [];
}

/// <summary>One setting at one node.</summary>
/// <param name="Setting">Full name: <c>system.webServer/asp/session@allowSessionState</c>.</param>
/// <param name="Title">Name for people: "ASP session state".</param>
/// <param name="Type">How to edit it.</param>
/// <param name="Value">Effective value in canonical spelling ("true", "00:20:00"); null where the configuration is in error here.</param>
/// <param name="Default">The schema default, in the same spelling.</param>
/// <param name="Source">Where the value comes from.</param>
/// <param name="Origin">The place that sets it; null for the schema default and for an error.</param>
/// <param name="Ladder">Every level from the schema default down to the node, in order of strength, weakest first.</param>
/// <param name="Lock">Whether the node's own web.config may set it.</param>
/// <param name="CommitPaths">Where a change could be written, best first; refused ones say why.</param>
public sealed record SettingValue(
    string Setting,
    string Title,
    SettingType Type,
    string? Value,
    string Default,
    ValueSource Source,
    OriginInfo? Origin,
    IReadOnlyList<LadderStep> Ladder,
    LockInfo Lock,
    IReadOnlyList<CommitPathInfo> CommitPaths)
{
    /// <summary>Full name of its section, which is what is locked and unlocked: <c>system.webServer/asp</c>.</summary>
    public string Section { get; init; } = "";

    /// <summary>Who reads it at run time, and so which files count.</summary>
    public SettingReader Reader { get; init; }

    /// <summary>Which values it takes.</summary>
    public ValueRules Rules { get; init; } = ValueRules.None;

    /// <summary>False where it is shown and not changed here: it names code to load, or is a secret.</summary>
    public bool Editable { get; init; } = true;

    /// <summary>True for one that few people need.</summary>
    public bool Advanced { get; init; }

    /// <summary>What a person should know about it; null where the title says it all.</summary>
    public string? Note { get; init; }

    /// <summary>Since when servers know it; null where all do.</summary>
    public string? Since { get; init; }
}

/// <summary>An attribute that is no setting of sessions, and stands in the same section.</summary>
/// <param name="Attribute">Full name: <c>system.webServer/asp/limits@scriptTimeout</c>.</param>
/// <param name="Value">Effective value; null where the configuration is in error here.</param>
/// <param name="Origin">The place that sets it; null for an error.</param>
public sealed record OtherValue(string Attribute, string? Value, OriginInfo? Origin);

/// <summary>Who reads a setting at run time.</summary>
public enum SettingReader
{
    /// <summary>Classic ASP: applicationHost.config, then the web.config files.</summary>
    Asp,

    /// <summary>ASP.NET: machine.config and root web.config, then the web.config files; never applicationHost.config.</summary>
    AspNet,
}

/// <summary>The type of a setting's value, and with it its canonical spelling.</summary>
public enum SettingType
{
    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean,

    /// <summary>0 to 4294967295; the largest means no limit.</summary>
    UnsignedInteger,

    /// <summary><c>[d.]hh:mm:ss</c>.</summary>
    TimeSpan,

    /// <summary>A whole number of minutes, or <c>Infinite</c>.</summary>
    Minutes,

    /// <summary>A whole number of seconds, or <c>Infinite</c>.</summary>
    Seconds,

    /// <summary>One of <see cref="ValueRules.Choices"/>, in exactly that spelling.</summary>
    Choice,

    /// <summary>A whole number.</summary>
    WholeNumber,

    /// <summary>Any text.</summary>
    Text,
}

/// <summary>Which values a setting takes.</summary>
/// <param name="Choices">The values of a <see cref="SettingType.Choice"/>; empty for other types.</param>
/// <param name="Minimum">Smallest number; of time spans minutes, of <see cref="SettingType.Seconds"/> seconds. Null for no bound.</param>
/// <param name="Maximum">Largest number, in the same unit; null for no bound.</param>
/// <param name="AllowsInfinite">Whether a time may be <c>Infinite</c>.</param>
public sealed record ValueRules(IReadOnlyList<string> Choices, long? Minimum, long? Maximum, bool AllowsInfinite)
{
    /// <summary>No rule beyond the type.</summary>
    public static ValueRules None { get; } = new([], null, null, false);
}

/// <summary>The place a value comes from.</summary>
/// <param name="ConfigurationPath">The node the value is set for; "" is the server.</param>
/// <param name="File">The file.</param>
/// <param name="Line">Line of the element that carries the attribute, from 1.</param>
/// <param name="LocationPath">The location tag's path as written; null for content outside a location tag.</param>
public sealed record OriginInfo(string ConfigurationPath, string File, int Line, string? LocationPath);

/// <summary>What became of a level's value.</summary>
public enum LadderRole
{
    /// <summary>The level says nothing.</summary>
    Silent,

    /// <summary>A stronger level says something else, or the same again.</summary>
    Shadowed,

    /// <summary>It does not count; the note says why.</summary>
    Ignored,

    /// <summary>It breaks a rule, and so breaks the node; the note says which.</summary>
    Violation,

    /// <summary>This is the effective value.</summary>
    Winner,
}

/// <summary>One level of the provenance ladder.</summary>
/// <param name="Level">For people: "Schema default", "applicationHost.config", "Location tag Contoso/shop", "web.config of Contoso".</param>
/// <param name="ConfigurationPath">The node the level speaks for; null for the schema default.</param>
/// <param name="File">The file; null for the schema default.</param>
/// <param name="Line">Line of the element that carries the attribute, or of the section or location tag where it is silent; null where there is none.</param>
/// <param name="LocationPath">The location tag's path as written; null for content outside a location tag.</param>
/// <param name="Raw">The value as written; null where the level is silent.</param>
/// <param name="Role">What became of it.</param>
/// <param name="Note">Why it is ignored or a violation, or what it locks; null where there is nothing to say.</param>
/// <param name="Locks">True where this level locks the section for the files below it.</param>
public sealed record LadderStep(
    string Level,
    string? ConfigurationPath,
    string? File,
    int? Line,
    string? LocationPath,
    string? Raw,
    LadderRole Role,
    string? Note,
    bool Locks);

/// <summary>Whether a lower file may set a section.</summary>
/// <param name="Locked">True when the node's own web.config may not contain the section.</param>
/// <param name="Reason">One sentence: what locks it; null where it is open.</param>
/// <param name="File">The file that locks it; null where open.</param>
/// <param name="Line">The line that locks it; null where open or unknown.</param>
public sealed record LockInfo(bool Locked, string? Reason, string? File, int? Line);

/// <summary>A place where a change could be written.</summary>
/// <param name="CommitPath">The configuration path whose file is written: "MACHINE/WEBROOT/APPHOST" or "MACHINE/WEBROOT/APPHOST/Site/app".</param>
/// <param name="File">That file, existing or not.</param>
/// <param name="LocationPath">The location tag to write into; null for content outside a location tag.</param>
/// <param name="Description">For people: "applicationHost.config, location tag for Contoso/shop".</param>
/// <param name="Allowed">Whether a change can be written there.</param>
/// <param name="Reason">Why not, or why this one is preferred; null where there is nothing to say.</param>
public sealed record CommitPathInfo(
    string CommitPath, string File, string? LocationPath, string Description, bool Allowed, string? Reason);
