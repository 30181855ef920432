namespace SessionState.Dashboard.Model.Help;

/// <summary>One setting explained.</summary>
/// <param name="Setting">Full name.</param>
/// <param name="Title">Its name for people.</param>
/// <param name="Does">What it does.</param>
/// <param name="Breaks">What a change of it can break.</param>
public sealed record SettingHelp(string Setting, string Title, string Does, string Breaks)
{
    /// <summary>Where on the help page it stands.</summary>
    public string Id => Setting.Replace('/', '-').Replace('.', '-').Replace('@', '-');
}
