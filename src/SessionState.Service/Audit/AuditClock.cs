namespace SessionState.Service.Audit;

/// <summary>What the machine's clock did between two records.</summary>
internal enum AuditClock
{
    /// <summary>It ran as time does.</summary>
    Ok,

    /// <summary>It was set back.</summary>
    Back,

    /// <summary>It was set forward, or the machine slept.</summary>
    Jump,
}
