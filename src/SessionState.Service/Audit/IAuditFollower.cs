namespace SessionState.Service.Audit;

/// <summary>Keeps something in memory that the audit's records add up to.</summary>
internal interface IAuditFollower
{
    /// <summary>Reads what there is, before anything is written.</summary>
    void Load(AuditDbContext context);

    /// <summary>A record was written.</summary>
    /// <param name="row">It.</param>
    /// <param name="who">What its person is called.</param>
    void Note(AuditRow row, string who);
}
