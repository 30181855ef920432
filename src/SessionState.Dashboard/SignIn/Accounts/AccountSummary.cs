namespace SessionState.Dashboard.SignIn.Accounts;

/// <summary>An account as whoever administers them sees it.</summary>
internal sealed record AccountSummary(string Id, string Name, string DisplayName, bool IsAdministrator, bool IsDisabled, bool IsInvited)
{
    public string State => this switch
    {
        { IsDisabled: true } => "Disabled",
        { IsInvited: true } => "Invited",
        _ => "Active",
    };
}
