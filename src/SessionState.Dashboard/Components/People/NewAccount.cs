namespace SessionState.Dashboard.Components.People;

/// <summary>Whom somebody wants to invite.</summary>
public sealed record NewAccount(string Name, string DisplayName, bool IsAdministrator);
