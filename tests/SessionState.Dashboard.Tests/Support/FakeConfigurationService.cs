using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using SessionState.Contracts;

namespace SessionState.Dashboard.Tests.Support;

/// <summary>The privileged side as a test wants it: a server in memory, and problems on demand.</summary>
internal sealed class FakeConfigurationService(FakeServer server) : IConfigurationService
{
    private readonly ConcurrentDictionary<Channel<ServerEvent>, byte> _listeners = new();

    public FakeConfigurationService()
        : this(FakeServer.Small())
    {
    }

    public FakeServer Server => server;

    public FakeAudit Audit { get; } = new();

    public Problem? ReadProblem { get; set; }

    public Problem? PreviewProblem { get; set; }

    public Problem? ApplyProblem { get; set; }

    /// <summary>Where true, nobody hears events.</summary>
    public bool IsDeaf { get; set; }

    public List<NodeQuery> NodeQueries { get; } = [];

    public List<string> PageQueries { get; } = [];

    /// <summary>What the pages of a node say; three quiet pages where nothing is given.</summary>
    public Dictionary<string, NodePages> Pages { get; } = [];

    public List<ApplyChangeRequest> Applied { get; } = [];

    /// <summary>Answers a sign-in that is to be recorded with this, where it is not null.</summary>
    public Problem? SignInProblem { get; set; }

    /// <summary>Sign-ins as they are asked to be recorded, refused or not.</summary>
    public Channel<(ActingUser User, SignInEvent Happened)> SignIns { get; } = Channel.CreateUnbounded<(ActingUser, SignInEvent)>();

    public FakeGrants Grants { get; } = new();

    public FakeApprovals Approvals { get; } = new();

    public IConfigurationService ActingFor(ActingUser user) => this;

    public Task<ServiceResult<MyAccess>> GetMyAccessAsync(CancellationToken cancellationToken) => Answer(() => Grants.Mine);

    public Task<ServiceResult<GrantList>> GetGrantsAsync(CancellationToken cancellationToken) => Answer(() => Grants.List);

    public Task<ServiceResult<GrantInfo>> AddGrantAsync(ActingUser user, AddGrantRequest grant, CancellationToken cancellationToken) =>
        Task.FromResult(Grants.Add(user, grant));

    public Task<ServiceResult<GrantInfo>> EndGrantAsync(
        ActingUser user, Guid grantId, EndGrantRequest request, CancellationToken cancellationToken) => Task.FromResult(Grants.End(grantId));

    public Task<ServiceResult<AccessAnswers>> AskAccessAsync(AccessQuestion question, CancellationToken cancellationToken) =>
        Answer(() => Grants.Answer(question));

    public Task<ServiceResult<ServerInfo>> GetServerAsync(CancellationToken cancellationToken) => Answer(() => new ServerInfo(
        "WEB01", "files", server.Revision, FakeDetails.HostConfig, DateTimeOffset.UnixEpoch,
        server.Nodes.Values.Count(node => node.Kind == NodeKind.Site), server.Nodes.Count, Audit.Head, server.ReadOnlyReason, []));

    /// <summary>How it fares; a problem where it is not to be told.</summary>
    public ServiceResult<ServiceHealth> Health { get; set; } = new ServiceHealth(
        "svc", "0.1.0", DateTimeOffset.UnixEpoch, [new(FakeDetails.HostConfig, new('a', 64))], 1, 0, [new("Record changes", CheckState.Good, "The audit can be written.", [], null)]);

    public Task<ServiceResult<ServiceHealth>> GetServerHealthAsync(CancellationToken cancellationToken) => Task.FromResult(Health);

    public Task<ServiceResult<NodePage>> GetNodesAsync(NodeQuery query, CancellationToken cancellationToken)
    {
        NodeQueries.Add(query);
        if (!string.IsNullOrEmpty(query.Under) && !server.Nodes.ContainsKey(query.Under))
        {
            return Task.FromResult<ServiceResult<NodePage>>(new Problem(ProblemCodes.NotFound, "Not found", $"There is no node {query.Under}.", 404));
        }

        var rows = server.Rows().Where(row => FakeServer.IsUnder(row.Path, query.Under) && (query.AllFolders || row.Configured)).ToList();
        var from = query.Cursor is null ? 0 : int.Parse(query.Cursor, System.Globalization.CultureInfo.InvariantCulture);
        var next = from + query.Limit;
        return Answer(() => new NodePage(
            server.Revision, [.. rows.Skip(from).Take(query.Limit)], rows.Count,
            next < rows.Count ? next.ToString(System.Globalization.CultureInfo.InvariantCulture) : null));
    }

    public Task<ServiceResult<NodeDetails>> GetNodeAsync(string path, CancellationToken cancellationToken) =>
        server.Nodes.TryGetValue(path, out var node)
            ? Answer(() => FakeDetails.Of(server, node))
            : Task.FromResult<ServiceResult<NodeDetails>>(new Problem(ProblemCodes.NotFound, "Not found", $"There is no node {path}.", 404));

    public Task<ServiceResult<NodePages>> GetPagesAsync(string path, CancellationToken cancellationToken)
    {
        PageQueries.Add(path);
        return Answer(() => Pages.GetValueOrDefault(path) ?? new NodePages(path, 3, 0, 0, 0, [], 0, [], 0, null));
    }

    public Task<ServiceResult<ChangePreview>> PreviewAsync(ActingUser user, ChangeRequest change, CancellationToken cancellationToken) =>
        Task.FromResult<ServiceResult<ChangePreview>>(
            PreviewProblem ?? Stale(change) ?? (ServiceResult<ChangePreview>)(FakeChanges.Preview(server, change) with { Approval = Approvals.Need }));

    public Task<ServiceResult<ApplicationPoolList>> GetApplicationPoolsAsync(CancellationToken cancellationToken) =>
        Task.FromResult<ServiceResult<ApplicationPoolList>>(new ApplicationPoolList([]));

    public List<ChangeScriptsRequest> Scripts { get; } = [];

    // VBScript is the language that cannot; the others say what they were asked.
    public Task<ServiceResult<ChangeScripts>> GetScriptsAsync(ActingUser user, ChangeScriptsRequest request, CancellationToken cancellationToken)
    {
        Scripts.Add(request);
        var target = request.Change.First;
        var text = $"{request.Language} {target.Action} {target.Value} \"{target.Path}\"\n";
        return Task.FromResult<ServiceResult<ChangeScripts>>(request.Language == ScriptLanguage.VbScript
            ? new ChangeScripts(new(null, null, "It was never taught.", []), new(null, null, "It was never taught.", []))
            : new ChangeScripts(new(text, "file: " + text, null, ["Mind the gap."]), new("undo " + text, "undo " + text, null, [])));
    }

    public Task<ServiceResult<ChangeResult>> ApplyAsync(ActingUser user, ApplyChangeRequest change, CancellationToken cancellationToken)
    {
        Applied.Add(change);
        if ((ApplyProblem ?? Stale(change.Change)) is { } problem)
        {
            return Task.FromResult<ServiceResult<ChangeResult>>(problem);
        }

        var preview = FakeChanges.Preview(server, change.Change);
        var record = Audit.Add(user.Name, change, preview);
        var target = change.Change.First;
        server.Change(target.Path, FakeChanges.Value(target), new(record.Sequence, record.At, user.Name));
        Publish(target.Path, user.Name);
        return Task.FromResult<ServiceResult<ChangeResult>>(
            new ChangeResult(change.ChangeId, server.Revision, record.Sequence, preview.Summary, preview.EffectCount));
    }

    /// <summary>Changes that wait for a confirmation or for their end.</summary>
    public List<PendingChange> Pending { get; } = [];

    /// <summary>What was taken back, by which request.</summary>
    public List<(Guid ChangeId, UndoChangeRequest Request)> Undone { get; } = [];

    public Problem? UndoProblem { get; set; }

    public Task<ServiceResult<ChangePreview>> PreviewUndoAsync(ActingUser user, Guid changeId, CancellationToken cancellationToken)
    {
        var entry = Audit.Find(changeId);
        var back = new ChangeRequest(entry.Path!, entry.Setting!, ChangeAction.Set, entry.Before, null, server.Revision);
        return Task.FromResult<ServiceResult<ChangePreview>>(UndoProblem ?? (ServiceResult<ChangePreview>)FakeChanges.Preview(server, back));
    }

    public async Task<ServiceResult<ChangeResult>> UndoAsync(
        ActingUser user, Guid changeId, UndoChangeRequest undo, CancellationToken cancellationToken)
    {
        Undone.Add((changeId, undo));
        var preview = await PreviewUndoAsync(user, changeId, cancellationToken);
        return preview.Value is { } shown
            ? await ApplyAsync(user, new(undo.ChangeId, shown.Request, undo.PlanDigest, undo.Reason, undo.Ticket), cancellationToken)
            : preview.Problem!;
    }

    public Task<ServiceResult<ChangeResult>> ConfirmAsync(ActingUser user, Guid changeId, CancellationToken cancellationToken)
    {
        var confirmed = Pending.Single(change => change.ChangeId == changeId);
        Pending.Remove(confirmed);
        Publish(new(server.Revision, [], [], Audit.Head, null, false));
        return Answer(() => new ChangeResult(changeId, server.Revision, confirmed.AuditSequence, confirmed.Summary, 1));
    }

    private Task<ServiceResult<ApprovalInfo>> Heard(ServiceResult<ApprovalInfo> result)
    {
        // Whatever happens to a request is a record.
        Audit.Add(new(
            0, Audit.Now, AuditType.Approval, null, "(somebody)", "dashboard", null, null, null, null, null, AuditOutcome.Noticed, null, null, null));
        Publish(new(server.Revision, [], [], Audit.Head, null, false));
        return Task.FromResult(result);
    }

    public Task<ServiceResult<PendingChanges>> GetPendingChangesAsync(CancellationToken cancellationToken) =>
        Answer(() => new PendingChanges([.. Pending]));

    public Task<ServiceResult<ApprovalInfo>> RequestApprovalAsync(ActingUser user, ApplyChangeRequest change, CancellationToken cancellationToken) =>
        Heard(Approvals.Request(user, change, FakeChanges.Preview(server, change.Change)));

    public async Task<ServiceResult<ApprovalInfo>> RequestUndoApprovalAsync(
        ActingUser user, Guid changeId, UndoChangeRequest undo, CancellationToken cancellationToken)
    {
        var preview = (await PreviewUndoAsync(user, changeId, cancellationToken)).Value!;
        return await Heard(Approvals.Request(user, new(undo.ChangeId, preview.Request, undo.PlanDigest, undo.Reason, undo.Ticket), preview));
    }

    public Task<ServiceResult<ApprovalList>> GetApprovalsAsync(CancellationToken cancellationToken) =>
        Answer(() => new ApprovalList([.. Approvals.Items.Select(item => item.Info)]));

    public Task<ServiceResult<ApprovalDetails>> GetApprovalAsync(Guid id, CancellationToken cancellationToken) =>
        Approvals.Items.FirstOrDefault(item => item.Info.Id == id) is { } found
            ? Answer(() => found)
            : Task.FromResult<ServiceResult<ApprovalDetails>>(new Problem(ProblemCodes.NotFound, "No such request", $"No request has the id {id}.", 404));

    public Task<ServiceResult<ApprovalInfo>> DecideApprovalAsync(
        ActingUser user, Guid id, DecideApprovalRequest decision, CancellationToken cancellationToken) => Heard(Approvals.Decide(user, id, decision));

    public Task<ServiceResult<ApprovalInfo>> WithdrawApprovalAsync(ActingUser user, Guid id, CancellationToken cancellationToken) =>
        Heard(Approvals.Withdraw(id));

    public Task<ServiceResult<AuditPage>> GetAuditAsync(AuditQuery query, CancellationToken cancellationToken) => Answer(() => Audit.List(query));

    public Task<ServiceResult<AuditTimeline>> GetAuditTimelineAsync(
        AuditQuery query, IReadOnlyList<DateTimeOffset> edges, CancellationToken cancellationToken) =>
        Answer(() => new AuditTimeline(
            [.. edges.Zip(edges.Skip(1), (from, to) => new AuditTimelineBar(from, to, (int)Audit.List(query with { From = from, To = to, Limit = 1 }).Total, 0))], null));

    public Task<ServiceResult<AuditRecordDetails>> GetAuditRecordAsync(long sequence, CancellationToken cancellationToken) =>
        Audit.Find(sequence) is { } record
            ? Answer(() => record)
            : Task.FromResult<ServiceResult<AuditRecordDetails>>(new Problem(ProblemCodes.NotFound, "Not found", $"There is no record {sequence}.", 404));

    public Task<ServiceResult<AuditCheckpoint>> GetAuditCheckpointAsync(long? since, CancellationToken cancellationToken) =>
        Task.FromResult<ServiceResult<AuditCheckpoint>>(new Problem(ProblemCodes.NotFound, "Nothing is signed yet", "No record.", 404));

    public Task<ServiceResult<AuditVerification>> VerifyAuditAsync(CancellationToken cancellationToken) =>
        Answer(() => new AuditVerification(true, Audit.Head, null, "All records are as they were written.", 0, null));

    public Task<ServiceResult<AuditExported>> ExportAuditAsync(
        AuditExportFormat format, AuditQuery query, Stream destination, CancellationToken cancellationToken) =>
        Answer(() => new AuditExported(0));

    public Task<ServiceResult<AuditRecorded>> RecordSignInAsync(
        ActingUser user, SignInEvent happened, CancellationToken cancellationToken)
    {
        SignIns.Writer.TryWrite((user, happened));
        return SignInProblem is { } problem
            ? Task.FromResult<ServiceResult<AuditRecorded>>(problem)
            : Answer(() => new AuditRecorded(Audit.Head));
    }

    public async IAsyncEnumerable<ServerEvent> GetEventsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (IsDeaf)
        {
            yield break;
        }

        var channel = Channel.CreateUnbounded<ServerEvent>();
        _listeners.TryAdd(channel, 0);
        channel.Writer.TryWrite(new(server.Revision, null, [], Audit.Head, null, false));
        await foreach (var happened in channel.Reader.ReadAllAsync(cancellationToken))
        {
            yield return happened;
        }
    }

    /// <summary>Tells everyone that a node's value changed.</summary>
    public void Publish(string path, string who, bool external = false) => Publish(
        new(server.Revision, path.Length == 0 ? null : [path.Split('/')[0]], [path], Audit.Head, who, external));

    public void Publish(ServerEvent happened)
    {
        foreach (var listener in _listeners.Keys)
        {
            listener.Writer.TryWrite(happened);
        }
    }

    /// <summary>Breaks every listener's connection.</summary>
    public void Disconnect()
    {
        foreach (var listener in _listeners.Keys)
        {
            _listeners.TryRemove(listener, out _);
            listener.Writer.TryComplete();
        }
    }

    private Task<ServiceResult<T>> Answer<T>(Func<T> value)
        where T : class =>
        Task.FromResult<ServiceResult<T>>(ReadProblem ?? (ServiceResult<T>)value());

    private Problem? Stale(ChangeRequest change) => change.Revision == server.Revision
        ? null
        : new(ProblemCodes.Stale, "Stale", "Ann changed applicationHost.config since you looked at it.", 409) { Remedy = "Look at the change again." };
}
