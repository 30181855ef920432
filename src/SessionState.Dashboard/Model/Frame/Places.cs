namespace SessionState.Dashboard.Model.Frame;

/// <summary>Where somebody was last on each page, so that going back there finds everything as it was left.</summary>
public sealed class Places
{
    public string Explore { get; set; } = DashboardUrls.Explore;

    public string Audit { get; set; } = DashboardUrls.Audit;
}
