using SessionState.Contracts;

namespace SessionState.Dashboard.Model.Joint;

/// <summary>What several nodes or settings have in common to be changed together.</summary>
public static class JointParts
{
    public const string AspSession = "system.webServer/asp/session@allowSessionState";
    public const string AspNetMode = "system.web/sessionState@mode";

    /// <summary>The ASP session state of many nodes.</summary>
    /// <param name="paths">The nodes.</param>
    /// <param name="value">On or off; null to let them inherit.</param>
    public static IReadOnlyList<JointPart> Bulk(IEnumerable<string> paths, bool? value) =>
        [.. paths.Select(path => new JointPart(Target(path, AspSession, value switch { true => "true", false => "false", _ => null }), "ASP session state", SettingType.Boolean))];

    /// <summary>No sessions at all at a node: both switches, each with what it means.</summary>
    public static IReadOnlyList<JointPart> AllOff(NodeDetails node) =>
    [
        .. node.Settings.Where(setting => setting.Setting is AspSession or AspNetMode).Select(setting => new JointPart(
            Target(node.Path, setting.Setting, setting.Setting == AspSession ? "false" : "Off"), setting.Title, setting.Type)
        {
            Explanation = setting.Setting == AspSession
                ? "Classic ASP then keeps no Session object and sends no cookie; .asp pages that use Session fail. It is written where IIS reads it, with a locked section to applicationHost.config."
                : "ASP.NET then keeps no sessions; pages that use Session fail. It is written to the web.config of the application, because ASP.NET never reads applicationHost.config.",
            Impossible = WhyNot(setting),
        }),
    ];

    /// <summary>Why a setting can be written nowhere from its node; null where it can.</summary>
    public static string? WhyNot(SettingValue setting) =>
        setting.CommitPaths.Any(path => path.Allowed) ? null
            : setting.CommitPaths is [{ Reason: { } reason }, ..] ? reason
            : "It can be written nowhere from here.";

    /// <summary>Sets a value explicitly; null lets the node inherit.</summary>
    public static ChangeTarget Target(string path, string setting, string? value) =>
        new(path, setting, value is null ? ChangeAction.Clear : ChangeAction.Set, value, null);
}
