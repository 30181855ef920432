using System.Runtime.CompilerServices;
using SessionState.Contracts;

namespace SessionState.Dashboard.Model.Frame;

/// <summary>The Service in the name of the person at this browser window. When the session has ended it is asked in nobody's name, and refuses.</summary>
public sealed class PersonalService(IConfigurationService service, CurrentPerson person) : IConfigurationService
{
    public IConfigurationService ActingFor(ActingUser user) => service.ActingFor(user);

    public Task<ServiceResult<MyAccess>> GetMyAccessAsync(CancellationToken cancellationToken) =>
        AskAsync(named => named.GetMyAccessAsync(cancellationToken));

    public Task<ServiceResult<GrantList>> GetGrantsAsync(CancellationToken cancellationToken) =>
        AskAsync(named => named.GetGrantsAsync(cancellationToken));

    public Task<ServiceResult<GrantInfo>> AddGrantAsync(ActingUser user, AddGrantRequest grant, CancellationToken cancellationToken) =>
        service.AddGrantAsync(user, grant, cancellationToken);

    public Task<ServiceResult<GrantInfo>> EndGrantAsync(
        ActingUser user, Guid grantId, EndGrantRequest request, CancellationToken cancellationToken) =>
        service.EndGrantAsync(user, grantId, request, cancellationToken);

    public Task<ServiceResult<AccessAnswers>> AskAccessAsync(AccessQuestion question, CancellationToken cancellationToken) =>
        AskAsync(named => named.AskAccessAsync(question, cancellationToken));

    public Task<ServiceResult<ServerInfo>> GetServerAsync(CancellationToken cancellationToken) =>
        AskAsync(named => named.GetServerAsync(cancellationToken));

    public Task<ServiceResult<ServiceHealth>> GetServerHealthAsync(CancellationToken cancellationToken) =>
        AskAsync(named => named.GetServerHealthAsync(cancellationToken));

    public Task<ServiceResult<NodePage>> GetNodesAsync(NodeQuery query, CancellationToken cancellationToken) =>
        AskAsync(named => named.GetNodesAsync(query, cancellationToken));

    public Task<ServiceResult<NodeDetails>> GetNodeAsync(string path, CancellationToken cancellationToken) =>
        AskAsync(named => named.GetNodeAsync(path, cancellationToken));

    public Task<ServiceResult<NodePages>> GetPagesAsync(string path, CancellationToken cancellationToken) =>
        AskAsync(named => named.GetPagesAsync(path, cancellationToken));

    public Task<ServiceResult<ApplicationPoolList>> GetApplicationPoolsAsync(CancellationToken cancellationToken) =>
        AskAsync(named => named.GetApplicationPoolsAsync(cancellationToken));

    public Task<ServiceResult<ChangePreview>> PreviewAsync(ActingUser user, ChangeRequest change, CancellationToken cancellationToken) =>
        service.PreviewAsync(user, change, cancellationToken);

    public Task<ServiceResult<ChangeScripts>> GetScriptsAsync(
        ActingUser user, ChangeScriptsRequest request, CancellationToken cancellationToken) =>
        service.GetScriptsAsync(user, request, cancellationToken);

    public Task<ServiceResult<ChangeResult>> ApplyAsync(ActingUser user, ApplyChangeRequest change, CancellationToken cancellationToken) =>
        service.ApplyAsync(user, change, cancellationToken);

    public Task<ServiceResult<ChangePreview>> PreviewUndoAsync(ActingUser user, Guid changeId, CancellationToken cancellationToken) =>
        service.PreviewUndoAsync(user, changeId, cancellationToken);

    public Task<ServiceResult<ChangeResult>> UndoAsync(
        ActingUser user, Guid changeId, UndoChangeRequest undo, CancellationToken cancellationToken) =>
        service.UndoAsync(user, changeId, undo, cancellationToken);

    public Task<ServiceResult<ChangeResult>> ConfirmAsync(ActingUser user, Guid changeId, CancellationToken cancellationToken) =>
        service.ConfirmAsync(user, changeId, cancellationToken);

    public Task<ServiceResult<PendingChanges>> GetPendingChangesAsync(CancellationToken cancellationToken) =>
        AskAsync(named => named.GetPendingChangesAsync(cancellationToken));

    public Task<ServiceResult<ApprovalInfo>> RequestApprovalAsync(ActingUser user, ApplyChangeRequest change, CancellationToken cancellationToken) =>
        service.RequestApprovalAsync(user, change, cancellationToken);

    public Task<ServiceResult<ApprovalInfo>> RequestUndoApprovalAsync(
        ActingUser user, Guid changeId, UndoChangeRequest undo, CancellationToken cancellationToken) => 
        service.RequestUndoApprovalAsync(user, changeId, undo, cancellationToken);

    public Task<ServiceResult<ApprovalList>> GetApprovalsAsync(CancellationToken cancellationToken) =>
        AskAsync(named => named.GetApprovalsAsync(cancellationToken));

    public Task<ServiceResult<ApprovalDetails>> GetApprovalAsync(Guid id, CancellationToken cancellationToken) =>
        AskAsync(named => named.GetApprovalAsync(id, cancellationToken));

    public Task<ServiceResult<ApprovalInfo>> DecideApprovalAsync(
        ActingUser user, Guid id, DecideApprovalRequest decision, CancellationToken cancellationToken) =>
        service.DecideApprovalAsync(user, id, decision, cancellationToken);

    public Task<ServiceResult<ApprovalInfo>> WithdrawApprovalAsync(ActingUser user, Guid id, CancellationToken cancellationToken) =>
        service.WithdrawApprovalAsync(user, id, cancellationToken);

    public Task<ServiceResult<AuditPage>> GetAuditAsync(AuditQuery query, CancellationToken cancellationToken) =>
        AskAsync(named => named.GetAuditAsync(query, cancellationToken));

    public Task<ServiceResult<AuditTimeline>> GetAuditTimelineAsync(
        AuditQuery query, IReadOnlyList<DateTimeOffset> edges, CancellationToken cancellationToken) =>
        AskAsync(named => named.GetAuditTimelineAsync(query, edges, cancellationToken));

    public Task<ServiceResult<AuditRecordDetails>> GetAuditRecordAsync(long sequence, CancellationToken cancellationToken) =>
        AskAsync(named => named.GetAuditRecordAsync(sequence, cancellationToken));

    public Task<ServiceResult<AuditCheckpoint>> GetAuditCheckpointAsync(long? since, CancellationToken cancellationToken) =>
        AskAsync(named => named.GetAuditCheckpointAsync(since, cancellationToken));

    public Task<ServiceResult<AuditVerification>> VerifyAuditAsync(CancellationToken cancellationToken) =>
        AskAsync(named => named.VerifyAuditAsync(cancellationToken));

    public Task<ServiceResult<AuditExported>> ExportAuditAsync(
        AuditExportFormat format, AuditQuery query, Stream destination, CancellationToken cancellationToken) =>
        AskAsync(named => named.ExportAuditAsync(format, query, destination, cancellationToken));

    public Task<ServiceResult<AuditRecorded>> RecordSignInAsync(
        ActingUser user, SignInEvent happened, CancellationToken cancellationToken) =>
        service.RecordSignInAsync(user, happened, cancellationToken);

    public async IAsyncEnumerable<ServerEvent> GetEventsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var happened in (await NamedAsync()).GetEventsAsync(cancellationToken))
        {
            yield return happened;
        }
    }

    private async Task<ServiceResult<T>> AskAsync<T>(Func<IConfigurationService, Task<ServiceResult<T>>> ask)
        where T : class => await ask(await NamedAsync());

    private async Task<IConfigurationService> NamedAsync() => await person.GetAsync() is { } me ? service.ActingFor(me) : service;
}
