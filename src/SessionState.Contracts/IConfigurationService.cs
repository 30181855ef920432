namespace SessionState.Contracts;

/// <summary>
/// The border to the privileged side. An interface because it has two real sides: the HTTP client, and the
/// fakes of tests. No method throws for a refusal or for a Service that does not answer; cancellation throws as usual.
/// </summary>
public interface IConfigurationService
{
    /// <summary>
    /// The same Service, read for a person: what comes back is what they may see. Nobody in particular may read nothing.
    /// </summary>
    IConfigurationService ActingFor(ActingUser user);

    /// <summary>What the person may do, so that a screen need not offer the rest.</summary>
    Task<ServiceResult<MyAccess>> GetMyAccessAsync(CancellationToken cancellationToken);

    Task<ServiceResult<GrantList>> GetGrantsAsync(CancellationToken cancellationToken);

    Task<ServiceResult<GrantInfo>> AddGrantAsync(ActingUser user, AddGrantRequest grant, CancellationToken cancellationToken);

    Task<ServiceResult<GrantInfo>> EndGrantAsync(ActingUser user, Guid grantId, EndGrantRequest request, CancellationToken cancellationToken);

    /// <summary>"What can X do there?", and by which grant.</summary>
    Task<ServiceResult<AccessAnswers>> AskAccessAsync(AccessQuestion question, CancellationToken cancellationToken);

    Task<ServiceResult<ServerInfo>> GetServerAsync(CancellationToken cancellationToken);

    /// <summary>How the Service fares on its machine; for those who administer it on the whole server.</summary>
    Task<ServiceResult<ServiceHealth>> GetServerHealthAsync(CancellationToken cancellationToken);

    Task<ServiceResult<NodePage>> GetNodesAsync(NodeQuery query, CancellationToken cancellationToken);

    /// <summary>Everything about the node at <paramref name="path"/>; "" is the server.</summary>
    Task<ServiceResult<NodeDetails>> GetNodeAsync(string path, CancellationToken cancellationToken);

    /// <summary>What the pages of the node have to do with sessions. It reads them all, so ask when somebody wants to know.</summary>
    Task<ServiceResult<NodePages>> GetPagesAsync(string path, CancellationToken cancellationToken);

    /// <summary>The application pools that the configuration describes.</summary>
    Task<ServiceResult<ApplicationPoolList>> GetApplicationPoolsAsync(CancellationToken cancellationToken);

    Task<ServiceResult<ChangePreview>> PreviewAsync(ActingUser user, ChangeRequest change, CancellationToken cancellationToken);

    /// <summary>The change as a script for the server itself, and what takes it back. Nothing is changed.</summary>
    Task<ServiceResult<ChangeScripts>> GetScriptsAsync(ActingUser user, ChangeScriptsRequest request, CancellationToken cancellationToken);

    Task<ServiceResult<ChangeResult>> ApplyAsync(ActingUser user, ApplyChangeRequest change, CancellationToken cancellationToken);

    /// <summary>What taking the change with this id back would do. A problem where somebody changed the same since.</summary>
    Task<ServiceResult<ChangePreview>> PreviewUndoAsync(ActingUser user, Guid changeId, CancellationToken cancellationToken);

    /// <summary>Takes the change with this id back.</summary>
    Task<ServiceResult<ChangeResult>> UndoAsync(
        ActingUser user, Guid changeId, UndoChangeRequest undo, CancellationToken cancellationToken);

    /// <summary>Lets a change stand that would be taken back otherwise. Its <see cref="ChangeResult.Until"/> stays.</summary>
    Task<ServiceResult<ChangeResult>> ConfirmAsync(ActingUser user, Guid changeId, CancellationToken cancellationToken);

    /// <summary>The changes that wait for a confirmation or for their end.</summary>
    Task<ServiceResult<PendingChanges>> GetPendingChangesAsync(CancellationToken cancellationToken);

    /// <summary>Asks for a second person for a previewed change. Once approved, the same request is applied as any other.</summary>
    Task<ServiceResult<ApprovalInfo>> RequestApprovalAsync(ActingUser user, ApplyChangeRequest change, CancellationToken cancellationToken);

    /// <summary>The same for taking the change with this id back.</summary>
    Task<ServiceResult<ApprovalInfo>> RequestUndoApprovalAsync(
        ActingUser user, Guid changeId, UndoChangeRequest undo, CancellationToken cancellationToken);

    /// <summary>The requests that the person made, may decide, or may see.</summary>
    Task<ServiceResult<ApprovalList>> GetApprovalsAsync(CancellationToken cancellationToken);

    /// <summary>One of them, with what was previewed.</summary>
    Task<ServiceResult<ApprovalDetails>> GetApprovalAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>Approves or rejects what somebody else asked for.</summary>
    Task<ServiceResult<ApprovalInfo>> DecideApprovalAsync(
        ActingUser user, Guid id, DecideApprovalRequest decision, CancellationToken cancellationToken);

    /// <summary>Takes an own request back.</summary>
    Task<ServiceResult<ApprovalInfo>> WithdrawApprovalAsync(ActingUser user, Guid id, CancellationToken cancellationToken);

    Task<ServiceResult<AuditPage>> GetAuditAsync(AuditQuery query, CancellationToken cancellationToken);

    /// <summary>How many records match in each span; limit and cursor do not count.</summary>
    /// <param name="query">The conditions.</param>
    /// <param name="edges">Where the spans begin, ascending, and where the last one ends.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    Task<ServiceResult<AuditTimeline>> GetAuditTimelineAsync(AuditQuery query, IReadOnlyList<DateTimeOffset> edges, CancellationToken cancellationToken);

    Task<ServiceResult<AuditRecordDetails>> GetAuditRecordAsync(long sequence, CancellationToken cancellationToken);

    /// <summary>The newest signed checkpoint; with a proof that the first <paramref name="since"/> records are still its first, where asked.</summary>
    Task<ServiceResult<AuditCheckpoint>> GetAuditCheckpointAsync(long? since, CancellationToken cancellationToken);

    /// <summary>Lets the Service verify its whole audit: every record, hash and signature.</summary>
    Task<ServiceResult<AuditVerification>> VerifyAuditAsync(CancellationToken cancellationToken);

    /// <summary>Writes the records that match, oldest first; limit and cursor do not count. A problem may come after some was written.</summary>
    Task<ServiceResult<AuditExported>> ExportAuditAsync(
        AuditExportFormat format, AuditQuery query, Stream destination, CancellationToken cancellationToken);

    /// <summary>Records that <paramref name="user"/> signed in or out at the Dashboard, or was not let in.</summary>
    Task<ServiceResult<AuditRecorded>> RecordSignInAsync(ActingUser user, SignInEvent happened, CancellationToken cancellationToken);

    /// <summary>Events as they happen, until the connection ends; the first one tells the present state at once.</summary>
    IAsyncEnumerable<ServerEvent> GetEventsAsync(CancellationToken cancellationToken);
}
