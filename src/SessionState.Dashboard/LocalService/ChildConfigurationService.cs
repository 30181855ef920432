using SessionState.Contracts;

namespace SessionState.Dashboard.LocalService;

/// <summary>The child Service; where it does not answer, says what became of the process instead of guessing from the outside.</summary>
internal sealed class ChildConfigurationService(IConfigurationService client, ServiceProcess child) : IConfigurationService
{
    public IConfigurationService ActingFor(ActingUser user) => new ChildConfigurationService(client.ActingFor(user), child);

    public Task<ServiceResult<MyAccess>> GetMyAccessAsync(CancellationToken cancellationToken) =>
        ExplainAsync(client.GetMyAccessAsync(cancellationToken));

    public Task<ServiceResult<GrantList>> GetGrantsAsync(CancellationToken cancellationToken) =>
        ExplainAsync(client.GetGrantsAsync(cancellationToken));

    public Task<ServiceResult<GrantInfo>> AddGrantAsync(ActingUser user, AddGrantRequest grant, CancellationToken cancellationToken) =>
        ExplainAsync(client.AddGrantAsync(user, grant, cancellationToken));

    public Task<ServiceResult<GrantInfo>> EndGrantAsync(
        ActingUser user, Guid grantId, EndGrantRequest request, CancellationToken cancellationToken) =>
        ExplainAsync(client.EndGrantAsync(user, grantId, request, cancellationToken));

    public Task<ServiceResult<AccessAnswers>> AskAccessAsync(AccessQuestion question, CancellationToken cancellationToken) =>
        ExplainAsync(client.AskAccessAsync(question, cancellationToken));

    public Task<ServiceResult<ServerInfo>> GetServerAsync(CancellationToken cancellationToken) =>
        ExplainAsync(client.GetServerAsync(cancellationToken));

    public Task<ServiceResult<ServiceHealth>> GetServerHealthAsync(CancellationToken cancellationToken) =>
        ExplainAsync(client.GetServerHealthAsync(cancellationToken));

    public Task<ServiceResult<NodePage>> GetNodesAsync(NodeQuery query, CancellationToken cancellationToken) =>
        ExplainAsync(client.GetNodesAsync(query, cancellationToken));

    public Task<ServiceResult<NodeDetails>> GetNodeAsync(string path, CancellationToken cancellationToken) =>
        ExplainAsync(client.GetNodeAsync(path, cancellationToken));

    public Task<ServiceResult<NodePages>> GetPagesAsync(string path, CancellationToken cancellationToken) =>
        ExplainAsync(client.GetPagesAsync(path, cancellationToken));

    public Task<ServiceResult<ApplicationPoolList>> GetApplicationPoolsAsync(CancellationToken cancellationToken) =>
        ExplainAsync(client.GetApplicationPoolsAsync(cancellationToken));

    public Task<ServiceResult<ChangePreview>> PreviewAsync(ActingUser user, ChangeRequest change, CancellationToken cancellationToken) =>
        ExplainAsync(client.PreviewAsync(user, change, cancellationToken));

    public Task<ServiceResult<ChangeScripts>> GetScriptsAsync(
        ActingUser user, ChangeScriptsRequest request, CancellationToken cancellationToken) =>
        ExplainAsync(client.GetScriptsAsync(user, request, cancellationToken));

    public Task<ServiceResult<ChangeResult>> ApplyAsync(ActingUser user, ApplyChangeRequest change, CancellationToken cancellationToken) =>
        ExplainAsync(client.ApplyAsync(user, change, cancellationToken));

    public Task<ServiceResult<ChangePreview>> PreviewUndoAsync(ActingUser user, Guid changeId, CancellationToken cancellationToken) =>
        ExplainAsync(client.PreviewUndoAsync(user, changeId, cancellationToken));

    public Task<ServiceResult<ChangeResult>> UndoAsync(
        ActingUser user, Guid changeId, UndoChangeRequest undo, CancellationToken cancellationToken) =>
        ExplainAsync(client.UndoAsync(user, changeId, undo, cancellationToken));

    public Task<ServiceResult<ChangeResult>> ConfirmAsync(ActingUser user, Guid changeId, CancellationToken cancellationToken) =>
        ExplainAsync(client.ConfirmAsync(user, changeId, cancellationToken));

    public Task<ServiceResult<PendingChanges>> GetPendingChangesAsync(CancellationToken cancellationToken) =>
        ExplainAsync(client.GetPendingChangesAsync(cancellationToken));

    public Task<ServiceResult<ApprovalInfo>> RequestApprovalAsync(ActingUser user, ApplyChangeRequest change, CancellationToken cancellationToken) =>
        ExplainAsync(client.RequestApprovalAsync(user, change, cancellationToken));

    public Task<ServiceResult<ApprovalInfo>> RequestUndoApprovalAsync(
        ActingUser user, Guid changeId, UndoChangeRequest undo, CancellationToken cancellationToken) => 
        ExplainAsync(client.RequestUndoApprovalAsync(user, changeId, undo, cancellationToken));

    public Task<ServiceResult<ApprovalList>> GetApprovalsAsync(CancellationToken cancellationToken) =>
        ExplainAsync(client.GetApprovalsAsync(cancellationToken));

    public Task<ServiceResult<ApprovalDetails>> GetApprovalAsync(Guid id, CancellationToken cancellationToken) =>
        ExplainAsync(client.GetApprovalAsync(id, cancellationToken));

    public Task<ServiceResult<ApprovalInfo>> DecideApprovalAsync(
        ActingUser user, Guid id, DecideApprovalRequest decision, CancellationToken cancellationToken) =>
        ExplainAsync(client.DecideApprovalAsync(user, id, decision, cancellationToken));

    public Task<ServiceResult<ApprovalInfo>> WithdrawApprovalAsync(ActingUser user, Guid id, CancellationToken cancellationToken) =>
        ExplainAsync(client.WithdrawApprovalAsync(user, id, cancellationToken));

    public Task<ServiceResult<AuditPage>> GetAuditAsync(AuditQuery query, CancellationToken cancellationToken) =>
        ExplainAsync(client.GetAuditAsync(query, cancellationToken));

    public Task<ServiceResult<AuditTimeline>> GetAuditTimelineAsync(
        AuditQuery query, IReadOnlyList<DateTimeOffset> edges, CancellationToken cancellationToken) =>
        ExplainAsync(client.GetAuditTimelineAsync(query, edges, cancellationToken));

    public Task<ServiceResult<AuditRecordDetails>> GetAuditRecordAsync(long sequence, CancellationToken cancellationToken) =>
        ExplainAsync(client.GetAuditRecordAsync(sequence, cancellationToken));

    public Task<ServiceResult<AuditCheckpoint>> GetAuditCheckpointAsync(long? since, CancellationToken cancellationToken) =>
        ExplainAsync(client.GetAuditCheckpointAsync(since, cancellationToken));

    public Task<ServiceResult<AuditVerification>> VerifyAuditAsync(CancellationToken cancellationToken) =>
        ExplainAsync(client.VerifyAuditAsync(cancellationToken));

    public Task<ServiceResult<AuditExported>> ExportAuditAsync(
        AuditExportFormat format, AuditQuery query, Stream destination, CancellationToken cancellationToken) =>
        ExplainAsync(client.ExportAuditAsync(format, query, destination, cancellationToken));

    public Task<ServiceResult<AuditRecorded>> RecordSignInAsync(
        ActingUser user, SignInEvent happened, CancellationToken cancellationToken) =>
        ExplainAsync(client.RecordSignInAsync(user, happened, cancellationToken));

    public IAsyncEnumerable<ServerEvent> GetEventsAsync(CancellationToken cancellationToken) => client.GetEventsAsync(cancellationToken);

    private async Task<ServiceResult<T>> ExplainAsync<T>(Task<ServiceResult<T>> call)
        where T : class
    {
        var result = await call;
        return result.Problem is { Code: ProblemCodes.Unavailable } problem && child.Problem is { } reason
            ? problem with { Detail = reason, Remedy = "It is started again by itself. If this stays, the reason is in the Dashboard's log." }
            : result;
    }
}
