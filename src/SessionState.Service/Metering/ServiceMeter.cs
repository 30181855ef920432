using System.Diagnostics.Metrics;
using SessionState.Files;
using SessionState.Service.Audit;

namespace SessionState.Service.Metering;

/// <summary>
/// What a monitor may know of this Service: numbers and kinds, never who, what or where. Changes, refusals and sign-ins are counted as the
/// audit records them, so that the two cannot disagree.
/// </summary>
internal sealed class ServiceMeter : IAuditFollower
{
    public const string Name = "SessionState.Service";

    private readonly Counter<long> _records;

    public ServiceMeter(IMeterFactory meters, IServiceProvider services)
    {
        var meter = meters.Create(Name);
        _records = meter.CreateCounter<long>("sessionstate.audit.records", "{record}", "Records written, by type and outcome.");
        meter.CreateObservableGauge(
            "sessionstate.audit.head", () => services.GetRequiredService<AuditLog>().HeadSequence, "{record}", "The newest record's number.");
        meter.CreateObservableGauge(
            "sessionstate.audit.writable", () => services.GetRequiredService<AuditLog>().ReadOnlyReason is null ? 1 : 0, null, "1 where changes can be made, 0 where the audit cannot be written.");
        meter.CreateObservableGauge(
            "sessionstate.configuration.sites", () => services.GetRequiredService<ConfigurationSet>().Current.Server.Root.Children.Length, "{site}", "Sites of the server.");
        meter.CreateObservableGauge(
            "sessionstate.configuration.problems", () => services.GetRequiredService<ConfigurationSet>().Current.Server.Diagnostics.Length, "{problem}", "What is wrong with the configuration.");
    }

    public void Load(AuditDbContext context)
    {
    }

    public void Note(AuditRow row, string who) =>
        _records.Add(1, new("type", row.Type.ToString()), new KeyValuePair<string, object?>("outcome", row.Outcome.ToString()));
}
