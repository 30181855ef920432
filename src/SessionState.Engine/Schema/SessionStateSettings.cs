using System.Collections.Immutable;

namespace SessionState.Engine.Schema;

/// <summary>
/// ASP.NET's session state: the attributes of <c>system.web/sessionState</c>. Types, defaults and ranges are those of ASPNET_schema.xml;
/// what ASP.NET checks beyond them is that of System.Web.Configuration.SessionStateSection.
/// </summary>
public static class SessionStateSettings
{
    private const string LoadsCode = "It names code that ASP.NET loads, so it is changed by hand only.";

    /// <summary>Where sessions are kept, or that there are none.</summary>
    public static Setting Mode { get; } = Enum("ASP.NET session mode", "mode", "InProc", "Off", "InProc", "StateServer", "SQLServer", "Custom") with
    {
        IsAdvanced = false,
        Note = "Off: pages that use the Session object fail. Every other change of the mode ends all current sessions.",
    };

    /// <summary>Idle life of a session in minutes; at most a year where sessions are kept in memory.</summary>
    public static Setting Timeout { get; } = Span("ASP.NET session timeout", "timeout", "20", TimeSpanFormat.Minutes) with
    {
        IsAdvanced = false,
        Minimum = TimeSpan.FromMinutes(1),
        Maximum = TimeSpan.FromMinutes(35_791_394),
        Granularity = TimeSpan.FromMinutes(1),
    };

    /// <summary>Whether the session's id travels in a cookie or in the address.</summary>
    public static Setting Cookieless { get; } =
        Enum("ASP.NET session cookies", "cookieless", "UseCookies", "UseUri", "UseCookies", "AutoDetect", "UseDeviceProfile") with
        {
            IsAdvanced = false,
            Aliases = [new("true", "UseUri"), new("false", "UseCookies")],
        };

    /// <summary>Name of the session cookie.</summary>
    public static Setting CookieName { get; } = Text("ASP.NET session cookie name", "cookieName", "ASP.NET_SessionId") with
    {
        IsToken = true,
    };

    /// <summary>The SameSite word of the session cookie.</summary>
    public static Setting CookieSameSite { get; } =
        Enum("ASP.NET session cookie SameSite", "cookieSameSite", "Lax", "None", "Lax", "Strict", "Unspecified") with
        {
            Since = "Windows updates of December 2019 for .NET Framework 4.7.2 and later",
            Note = "Older servers do not know the attribute: IIS's tools there report an error.",
        };

    /// <summary>Whether an id that belongs to no session any more is replaced.</summary>
    public static Setting RegenerateExpiredSessionId { get; } =
        Flag("ASP.NET new id for expired sessions", "regenerateExpiredSessionId", "true");

    /// <summary>Whether session content is compressed before it leaves the process.</summary>
    public static Setting CompressionEnabled { get; } = Flag("ASP.NET session compression", "compressionEnabled", "false") with
    {
        Since = ".NET Framework 4.0",
    };

    /// <summary>Whether the connection string may name another database.</summary>
    public static Setting AllowCustomSqlDatabase { get; } =
        Flag("ASP.NET own session database", "allowCustomSqlDatabase", "false");

    /// <summary>Whether remote session stores are asked with the identity of the host.</summary>
    public static Setting UseHostingIdentity { get; } = Flag("ASP.NET session store identity of the host", "useHostingIdentity", "true");

    /// <summary>Seconds until a silent state server is given up.</summary>
    public static Setting StateNetworkTimeout { get; } =
        Span("ASP.NET state server timeout", "stateNetworkTimeout", "10", TimeSpanFormat.Seconds) with { Minimum = TimeSpan.FromSeconds(1) };

    /// <summary>Seconds until a query of the session database is given up.</summary>
    public static Setting SqlCommandTimeout { get; } =
        Span("ASP.NET session database timeout", "sqlCommandTimeout", "30", TimeSpanFormat.Seconds);

    /// <summary>Seconds between attempts to reach the session database.</summary>
    public static Setting SqlConnectionRetryInterval { get; } =
        Span("ASP.NET session database retry", "sqlConnectionRetryInterval", "0", TimeSpanFormat.Seconds) with
        {
            Since = ".NET Framework 4.0",
        };

    /// <summary>Where the state server is. Secret.</summary>
    public static Setting StateConnectionString { get; } =
        Secret("ASP.NET state server", "stateConnectionString", "tcpip=loopback:42424");

    /// <summary>Where the session database is. Secret.</summary>
    public static Setting SqlConnectionString { get; } =
        Secret("ASP.NET session database", "sqlConnectionString", "data source=localhost;Integrated Security=SSPI");

    /// <summary>The entry of <c>providers</c> that <c>Custom</c> means.</summary>
    public static Setting CustomProvider { get; } = Code("ASP.NET session provider", "customProvider");

    /// <summary>The class that chooses among several stores.</summary>
    public static Setting PartitionResolverType { get; } = Code("ASP.NET session partition resolver", "partitionResolverType");

    /// <summary>The class that makes session ids.</summary>
    public static Setting SessionIdManagerType { get; } = Code("ASP.NET session id manager", "sessionIDManagerType");

    internal static ImmutableArray<Setting> All { get; } =
    [
        Mode, Timeout, Cookieless, CookieName, CookieSameSite, RegenerateExpiredSessionId, CompressionEnabled, AllowCustomSqlDatabase,
        UseHostingIdentity, StateNetworkTimeout, SqlCommandTimeout, SqlConnectionRetryInterval, StateConnectionString,
        SqlConnectionString, CustomProvider, PartitionResolverType, SessionIdManagerType,
    ];

    private static Setting Enum(string title, string attribute, string standard, params ImmutableArray<string> values) =>
        Row(title, attribute, SettingType.Enum, standard) with { Values = values };

    private static Setting Flag(string title, string attribute, string standard) => Row(title, attribute, SettingType.Boolean, standard);

    private static Setting Text(string title, string attribute, string standard) => Row(title, attribute, SettingType.Text, standard);

    private static Setting Secret(string title, string attribute, string standard) =>
        Text(title, attribute, standard) with { IsSecret = true, IsEditable = false };

    private static Setting Code(string title, string attribute) =>
        Text(title, attribute, "") with { IsEditable = false, Note = LoadsCode };

    private static Setting Span(string title, string attribute, string standard, TimeSpanFormat format) =>
        Row(title, attribute, SettingType.TimeSpan, standard) with { TimeSpanFormat = format, AllowsInfinite = true };

    private static Setting Row(string title, string attribute, SettingType type, string standard) => new()
    {
        Title = title,
        Section = "system.web/sessionState",
        Attribute = attribute,
        Evaluator = Evaluator.Managed,
        Type = type,
        Default = standard,
        IsReadAtApplicationRoot = true,
        IsAdvanced = true,
    };
}
