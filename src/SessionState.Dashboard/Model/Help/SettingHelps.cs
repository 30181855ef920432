namespace SessionState.Dashboard.Model.Help;

/// <summary>The settings that most people come for, explained. The node's own page has a note on each of the others.</summary>
public static class SettingHelps
{
    public static IReadOnlyList<SettingHelp> Asp { get; } =
    [
        new(
            "system.webServer/asp/session@allowSessionState", "ASP session state",
            "On, classic ASP keeps a Session object in memory for every visitor, sends a cookie named ASPSESSIONID… and runs Session_OnStart and Session_OnEnd of global.asa. It also runs the requests of one session one after the other.",
            "Off, a page that uses the Session object fails, and Session_OnStart and Session_OnEnd do not run. What gets better: no memory per visitor, no cookie, and requests of one visitor run side by side. Classic ASP reads it at the application’s root, so a value on a plain folder has no effect of its own."),
        new(
            "system.webServer/asp/session@timeout", "ASP session timeout",
            "How long a session lives after its last request: whole minutes, 20 by default. A page can set Session.Timeout for itself.",
            "Shorter, people lose what they had begun, such as a basket; longer, memory is held for visitors who have left."),
        new(
            "system.webServer/asp/session@max", "ASP maximum sessions",
            "How many sessions one application keeps at once; no limit by default.",
            "At the limit, new visitors are refused with an error until a session ends."),
        new(
            "system.webServer/asp/session@keepSessionIdSecure", "ASP secure session ID",
            "On, a session cookie that was given over HTTPS is sent back over HTTPS only.",
            "An application that mixes HTTP and HTTPS pages starts another session when a visitor goes from one to the other."),
    ];

    public static IReadOnlyList<SettingHelp> AspNet { get; } =
    [
        new(
            "system.web/sessionState@mode", "ASP.NET session mode",
            "Where ASP.NET keeps sessions: InProc in the worker process, StateServer in a service, SQLServer in a database, Custom in a provider of its own, or Off. It says nothing about classic ASP.",
            "Off, pages that use Session fail. Every other change of the mode ends all sessions that there are. A change of a web.config restarts the ASP.NET application, so that sessions kept InProc are lost."),
        new(
            "system.web/sessionState@timeout", "ASP.NET session timeout",
            "How long a session lives after its last request: whole minutes, 20 by default.",
            "With forms sign-in, a shorter session than sign-in gives pages that are signed in and have lost their state."),
        new(
            "system.web/sessionState@cookieless", "ASP.NET session cookies",
            "Whether the session’s id goes in a cookie or in the address.",
            "In the address, whoever is sent a link gets the session with it."),
        new(
            "system.web/pages@enableSessionState", "ASP.NET pages use sessions",
            "Whether .aspx pages use sessions when they do not say so themselves: true, false or ReadOnly. Read-only pages of one session run side by side.",
            "Only .aspx pages ask it: handlers, MVC and web services do not. A page’s own EnableSessionState directive wins over it."),
    ];

    /// <summary>The help for a setting; null where its title and note say it all.</summary>
    public static SettingHelp? Find(string setting) =>
        Asp.Concat(AspNet).FirstOrDefault(help => help.Setting.Equals(setting, StringComparison.OrdinalIgnoreCase));
}
