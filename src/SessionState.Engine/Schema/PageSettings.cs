using System.Collections.Immutable;

namespace SessionState.Engine.Schema;

/// <summary>What ASP.NET's pages say about session state; see ASPNET_schema.xml and System.Web.Configuration.PagesSection.</summary>
public static class PageSettings
{
    /// <summary>Whether .aspx pages use session state where they do not say so themselves. Handlers, modules and MVC do not ask.</summary>
    public static Setting EnableSessionState { get; } = new()
    {
        Title = "ASP.NET pages' session state",
        Section = "system.web/pages",
        Attribute = "enableSessionState",
        Evaluator = Evaluator.Managed,
        Type = SettingType.Enum,
        Default = "true",
        Values = ["false", "ReadOnly", "true"],
        Note = "For .aspx pages only; a page's own EnableSessionState directive wins over it.",
    };

    /// <summary>How many page states a session keeps for pages that use SessionPageStatePersister.</summary>
    public static Setting HistorySize { get; } = new()
    {
        Title = "ASP.NET page-state history",
        Section = "system.web/sessionPageState",
        Attribute = "historySize",
        Evaluator = Evaluator.Managed,
        Type = SettingType.WholeNumber,
        Default = "9",
        MinimumNumber = 1,
        IsAdvanced = true,
    };

    internal static ImmutableArray<Setting> All { get; } = [EnableSessionState, HistorySize];
}
