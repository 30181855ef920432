using SessionState.Contracts;

namespace SessionState.AppCmd.Tests.Support;

/// <summary>A Service that knows some nodes and records what it is asked to change.</summary>
internal sealed class FakeConfigurationService : IConfigurationService
{
    public const string Revision = "0123456789abcdef0123456789abcdef";

    private readonly List<NodeRow> _rows = [];
    private readonly Dictionary<string, NodeDetails> _nodes = new(StringComparer.OrdinalIgnoreCase);

    public Dictionary<string, string> Variables { get; } = [];

    /// <summary>Where the tool looked for the Service; null where it did not.</summary>
    public ServiceAddress? Address { get; set; }

    /// <summary>Answers every question with this, where it is not null.</summary>
    public Problem? Silence { get; init; }

    /// <summary>Answers a preview with this, where it is not null.</summary>
    public Problem? PreviewProblem { get; init; }

    /// <summary>Answers a change with this, where it is not null.</summary>
    public Problem? ApplyProblem { get; init; }

    public bool NothingToDo { get; init; }

    public IReadOnlyList<string> Warnings { get; init; } = [];

    public List<(ActingUser User, ChangeRequest Change)> Previews { get; } = [];

    public List<(ActingUser User, ApplyChangeRequest Change)> Changes { get; } = [];

    public FakeConfigurationService With(NodeRow row, NodeDetails details)
    {
        _rows.Add(row);
        _nodes.Add(details.Path, details);
        return this;
    }

    public Task<ServiceResult<NodeDetails>> GetNodeAsync(string path, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var unknown = new Problem(ProblemCodes.NotFound, "Not found", $"There is no {path}.", 404);
        return Answer<NodeDetails>(Silence ?? (_nodes.TryGetValue(path, out var details) ? details : (object)unknown));
    }

    /// <summary>Answers every question about pages.</summary>
    public NodePages? Pages { get; init; }

    public Task<ServiceResult<NodePages>> GetPagesAsync(string path, CancellationToken cancellationToken) =>
        Answer<NodePages>(Silence ?? (object?)Pages ?? new Problem(ProblemCodes.NotFound, "Not found", $"There is no {path}.", 404));

    // Two rows a page, so that every list has several pages.
    public Task<ServiceResult<AuditTimeline>> GetAuditTimelineAsync(
        AuditQuery query, IReadOnlyList<DateTimeOffset> edges, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<ServiceResult<ServiceHealth>> GetServerHealthAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<ServiceResult<NodePage>> GetNodesAsync(NodeQuery query, CancellationToken cancellationToken)
    {
        var under = query.Under ?? "";
        var start = query.Cursor is null ? 0 : int.Parse(query.Cursor, null);
        var rows = _rows
            .Where(row => under.Length == 0 || row.Path == under || row.Path.StartsWith(under + "/", StringComparison.Ordinal))
            .ToList();
        var next = start + 2 < rows.Count ? (start + 2).ToString(null as IFormatProvider) : null;
        return Answer<NodePage>(Silence ?? (object)new NodePage(Revision, rows.Skip(start).Take(2).ToList(), rows.Count, next));
    }

    public Task<ServiceResult<ChangePreview>> PreviewAsync(ActingUser user, ChangeRequest change, CancellationToken cancellationToken)
    {
        Previews.Add((user, change));
        var target = new CommitPathInfo(change.First.CommitPath!, "/etc/applicationHost.config", null, "applicationHost.config", true, null);
        return Answer<ChangePreview>(
            PreviewProblem ?? (object)new ChangePreview(change, "digest", NothingToDo, "Turn it off", [new(target, "true", "false", NothingToDo, "Turn it off")], [], [], 0, Warnings));
    }

    public Task<ServiceResult<ApplicationPoolList>> GetApplicationPoolsAsync(CancellationToken cancellationToken) => Answer<ApplicationPoolList>(
        Silence ?? (object)new ApplicationPoolList([new("ContosoPool", "v4.0", "Integrated"), new("ShopPool", "", "Classic")]));

    public List<ChangeScriptsRequest> Scripts { get; } = [];

    public Task<ServiceResult<ChangeScripts>> GetScriptsAsync(ActingUser user, ChangeScriptsRequest request, CancellationToken cancellationToken)
    {
        Scripts.Add(request);
        return Answer<ChangeScripts>(PreviewProblem ?? (object)(request.Language == ScriptLanguage.VbScript
            ? new ChangeScripts(new(null, null, "It was never taught.", []), new(null, null, "It was never taught.", []))
            : new ChangeScripts(new("do it\n", "do it in a file\n", null, ["Mind the gap."]), new("undo it\n", "undo it in a file\n", null, []))));
    }

    public Task<ServiceResult<ChangeResult>> ApplyAsync(ActingUser user, ApplyChangeRequest change, CancellationToken cancellationToken)
    {
        Changes.Add((user, change));
        return Answer<ChangeResult>(ApplyProblem ?? (object)new ChangeResult(change.ChangeId, Revision, 7, "Turned it off", 1) { ConfirmBy = ConfirmBy });
    }

    public IConfigurationService ActingFor(ActingUser user) => this;

    public Task<ServiceResult<MyAccess>> GetMyAccessAsync(CancellationToken cancellationToken) =>
        Task.FromResult<ServiceResult<MyAccess>>(new MyAccess([], ""));

    public Task<ServiceResult<GrantList>> GetGrantsAsync(CancellationToken cancellationToken) =>
        Task.FromResult<ServiceResult<GrantList>>(new GrantList([], []));

    public Task<ServiceResult<GrantInfo>> AddGrantAsync(ActingUser user, AddGrantRequest grant, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<ServiceResult<GrantInfo>> EndGrantAsync(
        ActingUser user, Guid grantId, EndGrantRequest request, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<ServiceResult<AccessAnswers>> AskAccessAsync(AccessQuestion question, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<ServiceResult<ServerInfo>> GetServerAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <summary>When a change is taken back unless it is confirmed; null where it stands.</summary>
    public DateTimeOffset? ConfirmBy { get; init; }

    public IReadOnlyList<PendingChange> Pending { get; init; } = [];

    public List<Guid> Confirmed { get; } = [];

    public List<(Guid ChangeId, UndoChangeRequest Request)> Undone { get; } = [];

    public Task<ServiceResult<ChangePreview>> PreviewUndoAsync(ActingUser user, Guid changeId, CancellationToken cancellationToken) =>
        Answer<ChangePreview>(PreviewProblem ?? (object)new ChangePreview(new([], Revision), "undo digest", false, "Turn it on", [], [], [], 0, []));

    public Task<ServiceResult<ChangeResult>> UndoAsync(
        ActingUser user, Guid changeId, UndoChangeRequest undo, CancellationToken cancellationToken)
    {
        Undone.Add((changeId, undo));
        return Answer<ChangeResult>(ApplyProblem ?? (object)new ChangeResult(undo.ChangeId, Revision, 8, "Turned it on", 1));
    }

    public Task<ServiceResult<ChangeResult>> ConfirmAsync(ActingUser user, Guid changeId, CancellationToken cancellationToken)
    {
        Confirmed.Add(changeId);
        return Answer<ChangeResult>(ApplyProblem ?? (object)new ChangeResult(changeId, Revision, 9, "Turn it off", 1));
    }

    public Task<ServiceResult<PendingChanges>> GetPendingChangesAsync(CancellationToken cancellationToken) =>
        Answer<PendingChanges>(Silence ?? (object)new PendingChanges(Pending));

    public Task<ServiceResult<ApprovalInfo>> RequestApprovalAsync(ActingUser user, ApplyChangeRequest change, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<ServiceResult<ApprovalInfo>> RequestUndoApprovalAsync(
        ActingUser user, Guid changeId, UndoChangeRequest undo, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<ServiceResult<ApprovalList>> GetApprovalsAsync(CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<ServiceResult<ApprovalDetails>> GetApprovalAsync(Guid id, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<ServiceResult<ApprovalInfo>> DecideApprovalAsync(
        ActingUser user, Guid id, DecideApprovalRequest decision, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<ServiceResult<ApprovalInfo>> WithdrawApprovalAsync(ActingUser user, Guid id, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<ServiceResult<AuditPage>> GetAuditAsync(AuditQuery query, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<ServiceResult<AuditRecordDetails>> GetAuditRecordAsync(long sequence, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    /// <summary>What an export writes before it ends, or before it breaks off where <see cref="Silence"/> says so.</summary>
    public byte[] Export { get; init; } = [];

    public List<(AuditExportFormat Format, AuditQuery Query)> Exports { get; } = [];

    public Task<ServiceResult<AuditCheckpoint>> GetAuditCheckpointAsync(long? since, CancellationToken cancellationToken) =>
        Answer<AuditCheckpoint>(Silence ?? throw new NotSupportedException());

    public Task<ServiceResult<AuditVerification>> VerifyAuditAsync(CancellationToken cancellationToken) =>
        Answer<AuditVerification>(Silence ?? (object)new AuditVerification(false, 7, 5, "Audit record 5 is missing.", 7, null));

    public async Task<ServiceResult<AuditExported>> ExportAuditAsync(
        AuditExportFormat format, AuditQuery query, Stream destination, CancellationToken cancellationToken)
    {
        Exports.Add((format, query));
        await destination.WriteAsync(Export, cancellationToken);
        return Silence is null ? new AuditExported(Export.Length) : Silence;
    }

    public Task<ServiceResult<AuditRecorded>> RecordSignInAsync(
        ActingUser user, SignInEvent happened, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public IAsyncEnumerable<ServerEvent> GetEventsAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    private static Task<ServiceResult<T>> Answer<T>(object answer)
        where T : class =>
        Task.FromResult<ServiceResult<T>>(answer is Problem problem ? problem : (T)answer);
}
