using SessionState.Service.Audit;
using SessionState.Service.Changes;
using SessionState.Service.Changes.Approvals;
using SessionState.Service.Changes.Pending;
using SessionState.Service.Changes.Undo;
using SessionState.Service.Events;
using SessionState.Service.Grants;

namespace SessionState.Service.Hosting;

/// <summary>The parts of a Service that know nothing of who listens: the same ones work for requests and for verbs of the command line.</summary>
internal static class ServiceParts
{
    public static void Add(IServiceCollection services, PreparedService prepared, TimeProvider time)
    {
        services.AddSingleton(prepared.Options);
        services.AddSingleton(prepared.Files);
        services.AddSingleton(time);
        services.AddAudit(prepared.Options);
        services.AddGrants(prepared.Policy);
        services.AddSingleton<EventHub>().AddSingleton<ServerEvents>();
        services.AddSingleton<WriterQueue>().AddSingleton<ChangePlanner>().AddSingleton<ChangePreviews>().AddSingleton<ChangeScripting>();
        services.AddSingleton<ChangeLedger>().AddSingleton<ChangeRules>().AddSingleton<ChangeUndo>().AddSingleton<ChangePipeline>();
        services.AddSingleton<ChangeExamination>();
        services.AddApprovals();
        services.AddSingleton<ConfirmRule>().AddSingleton<ChangeConfirmation>().AddSingleton<PendingKeeper>();
    }
}
