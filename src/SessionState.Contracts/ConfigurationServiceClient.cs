using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace SessionState.Contracts;

/// <summary>The live side of the border: calls a Service over HTTP. Make the client with <see cref="ServiceConnection.Create"/>.</summary>
/// <param name="http">The connection.</param>
/// <param name="reader">For whom it reads; null for nobody in particular.</param>
public sealed class ConfigurationServiceClient(HttpClient http, ActingUser? reader = null) : IConfigurationService, IDisposable
{
    public IConfigurationService ActingFor(ActingUser user) => new ConfigurationServiceClient(http, user);

    public Task<ServiceResult<MyAccess>> GetMyAccessAsync(CancellationToken cancellationToken) =>
        GetAsync<MyAccess>(ServiceRoutes.MyAccess, cancellationToken);

    public Task<ServiceResult<GrantList>> GetGrantsAsync(CancellationToken cancellationToken) =>
        GetAsync<GrantList>(ServiceRoutes.Grants, cancellationToken);

    public Task<ServiceResult<GrantInfo>> AddGrantAsync(ActingUser user, AddGrantRequest grant, CancellationToken cancellationToken) =>
        PostAsync<AddGrantRequest, GrantInfo>(ServiceRoutes.Grants, user, grant, cancellationToken);

    public Task<ServiceResult<GrantInfo>> EndGrantAsync(
        ActingUser user, Guid grantId, EndGrantRequest request, CancellationToken cancellationToken) =>
        PostAsync<EndGrantRequest, GrantInfo>(ServiceRequests.EndGrant(grantId), user, request, cancellationToken);

    public Task<ServiceResult<AccessAnswers>> AskAccessAsync(AccessQuestion question, CancellationToken cancellationToken) =>
        PostAsync<AccessQuestion, AccessAnswers>(ServiceRoutes.AccessAnswers, null, question, cancellationToken);

    public Task<ServiceResult<ServerInfo>> GetServerAsync(CancellationToken cancellationToken) =>
        GetAsync<ServerInfo>(ServiceRoutes.Server, cancellationToken);

    public Task<ServiceResult<ServiceHealth>> GetServerHealthAsync(CancellationToken cancellationToken) =>
        GetAsync<ServiceHealth>(ServiceRoutes.ServerHealth, cancellationToken);

    public Task<ServiceResult<NodePage>> GetNodesAsync(NodeQuery query, CancellationToken cancellationToken) =>
        GetAsync<NodePage>(ServiceRequests.Nodes(query), cancellationToken);

    public Task<ServiceResult<NodeDetails>> GetNodeAsync(string path, CancellationToken cancellationToken) =>
        GetAsync<NodeDetails>(ServiceRequests.Node(path), cancellationToken);

    public Task<ServiceResult<NodePages>> GetPagesAsync(string path, CancellationToken cancellationToken) =>
        GetAsync<NodePages>(ServiceRequests.NodePages(path), cancellationToken);

    public Task<ServiceResult<ApplicationPoolList>> GetApplicationPoolsAsync(CancellationToken cancellationToken) =>
        GetAsync<ApplicationPoolList>(ServiceRoutes.ApplicationPools, cancellationToken);

    public Task<ServiceResult<ChangePreview>> PreviewAsync(
        ActingUser user, ChangeRequest change, CancellationToken cancellationToken) =>
        PostAsync<ChangeRequest, ChangePreview>(ServiceRoutes.PreviewChange, user, change, cancellationToken);

    public Task<ServiceResult<ChangeScripts>> GetScriptsAsync(
        ActingUser user, ChangeScriptsRequest request, CancellationToken cancellationToken) =>
        PostAsync<ChangeScriptsRequest, ChangeScripts>(ServiceRoutes.ChangeScripts, user, request, cancellationToken);

    public Task<ServiceResult<ChangeResult>> ApplyAsync(
        ActingUser user, ApplyChangeRequest change, CancellationToken cancellationToken) =>
        PostAsync<ApplyChangeRequest, ChangeResult>(ServiceRoutes.Changes, user, change, cancellationToken);

    /// <summary>What became of the change with this id: for a caller whose connection broke while it applied.</summary>
    public Task<ServiceResult<ChangeResult>> GetChangeAsync(Guid changeId, CancellationToken cancellationToken) =>
        GetAsync<ChangeResult>(ServiceRequests.Change(changeId), cancellationToken);

    public Task<ServiceResult<ChangePreview>> PreviewUndoAsync(ActingUser user, Guid changeId, CancellationToken cancellationToken) =>
        PostAsync<ChangePreview>(ServiceRequests.PreviewUndo(changeId), user, null, cancellationToken);

    public Task<ServiceResult<ChangeResult>> UndoAsync(
        ActingUser user, Guid changeId, UndoChangeRequest undo, CancellationToken cancellationToken) =>
        PostAsync<UndoChangeRequest, ChangeResult>(ServiceRequests.Undo(changeId), user, undo, cancellationToken);

    public Task<ServiceResult<ChangeResult>> ConfirmAsync(ActingUser user, Guid changeId, CancellationToken cancellationToken) =>
        PostAsync<ChangeResult>(ServiceRequests.Confirm(changeId), user, null, cancellationToken);

    public Task<ServiceResult<PendingChanges>> GetPendingChangesAsync(CancellationToken cancellationToken) =>
        GetAsync<PendingChanges>(ServiceRoutes.PendingChanges, cancellationToken);

    public Task<ServiceResult<ApprovalInfo>> RequestApprovalAsync(
        ActingUser user, ApplyChangeRequest change, CancellationToken cancellationToken) =>
        PostAsync<ApplyChangeRequest, ApprovalInfo>(ServiceRoutes.Approvals, user, change, cancellationToken);

    public Task<ServiceResult<ApprovalInfo>> RequestUndoApprovalAsync(
        ActingUser user, Guid changeId, UndoChangeRequest undo, CancellationToken cancellationToken) =>
        PostAsync<UndoChangeRequest, ApprovalInfo>(ServiceRequests.RequestUndo(changeId), user, undo, cancellationToken);

    public Task<ServiceResult<ApprovalList>> GetApprovalsAsync(CancellationToken cancellationToken) =>
        GetAsync<ApprovalList>(ServiceRoutes.Approvals, cancellationToken);

    public Task<ServiceResult<ApprovalDetails>> GetApprovalAsync(Guid id, CancellationToken cancellationToken) =>
        GetAsync<ApprovalDetails>(ServiceRequests.Approval(id), cancellationToken);

    public Task<ServiceResult<ApprovalInfo>> DecideApprovalAsync(
        ActingUser user, Guid id, DecideApprovalRequest decision, CancellationToken cancellationToken) =>
        PostAsync<DecideApprovalRequest, ApprovalInfo>(ServiceRequests.DecideApproval(id), user, decision, cancellationToken);

    public Task<ServiceResult<ApprovalInfo>> WithdrawApprovalAsync(ActingUser user, Guid id, CancellationToken cancellationToken) =>
        PostAsync<ApprovalInfo>(ServiceRequests.WithdrawApproval(id), user, null, cancellationToken);

    public Task<ServiceResult<AuditPage>> GetAuditAsync(AuditQuery query, CancellationToken cancellationToken) =>
        GetAsync<AuditPage>(ServiceRequests.Audit(query), cancellationToken);

    public Task<ServiceResult<AuditTimeline>> GetAuditTimelineAsync(
        AuditQuery query, IReadOnlyList<DateTimeOffset> edges, CancellationToken cancellationToken) =>
        GetAsync<AuditTimeline>(ServiceRequests.AuditTimeline(query, edges), cancellationToken);

    public Task<ServiceResult<AuditRecordDetails>> GetAuditRecordAsync(long sequence, CancellationToken cancellationToken) =>
        GetAsync<AuditRecordDetails>(ServiceRequests.AuditRecord(sequence), cancellationToken);

    public Task<ServiceResult<AuditCheckpoint>> GetAuditCheckpointAsync(long? since, CancellationToken cancellationToken) =>
        GetAsync<AuditCheckpoint>(ServiceRequests.AuditCheckpoint(since), cancellationToken);

    public Task<ServiceResult<AuditVerification>> VerifyAuditAsync(CancellationToken cancellationToken) =>
        SendAsync<AuditVerification>(new(HttpMethod.Post, new Uri(ServiceRoutes.AuditVerify, UriKind.Relative)), cancellationToken);

    public async Task<ServiceResult<AuditExported>> ExportAuditAsync(
        AuditExportFormat format, AuditQuery query, Stream destination, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(destination);
        var opened = await OpenExportAsync(ServiceRequests.AuditExport(format, query), cancellationToken);
        if (!opened.Succeeded(out var response, out var problem))
        {
            return problem;
        }

        using (response)
        {
            await using var source = await response.Content.ReadAsStreamAsync(cancellationToken);
            return await AuditExportCopy.RunAsync(source, destination, cancellationToken);
        }
    }

    public Task<ServiceResult<AuditRecorded>> RecordSignInAsync(
        ActingUser user, SignInEvent happened, CancellationToken cancellationToken) =>
        PostAsync<SignInEvent, AuditRecorded>(ServiceRoutes.AuditSignIns, user, happened, cancellationToken);

    public async IAsyncEnumerable<ServerEvent> GetEventsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var response = await OpenEventsAsync(cancellationToken);
        if (response is not { IsSuccessStatusCode: true })
        {
            yield break;
        }

        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        await using var items = SseParser.Create(stream, ReadEvent).EnumerateAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (await MoveNextAsync(items))
        {
            if (items.Current.Data is { } happened)
            {
                yield return happened;
            }
        }
    }

    public void Dispose() => http.Dispose();

    private static ServerEvent? ReadEvent(string type, ReadOnlySpan<byte> data) =>
        JsonSerializer.Deserialize<ServerEvent>(data, ContractJson.Options);

    // A connection that breaks ends the events; whoever listens connects again.
    private static async Task<bool> MoveNextAsync(IAsyncEnumerator<SseItem<ServerEvent?>> items)
    {
        try
        {
            return await items.MoveNextAsync();
        }
        catch (Exception error) when (error is IOException or HttpRequestException or JsonException)
        {
            return false;
        }
    }

    private async Task<HttpResponseMessage?> OpenEventsAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await OpenAsync(ServiceRoutes.Events, cancellationToken);
        }
        catch (Exception error) when (ServiceProblems.IsUnavailable(error, cancellationToken))
        {
            return null;
        }
    }

    private async Task<ServiceResult<HttpResponseMessage>> OpenExportAsync(string address, CancellationToken cancellationToken)
    {
        try
        {
            var response = await OpenAsync(address, cancellationToken);
            if (response.IsSuccessStatusCode)
            {
                return response;
            }

            using (response)
            {
                return await ServiceProblems.ReadAsync(response, cancellationToken);
            }
        }
        catch (Exception error) when (ServiceProblems.IsUnavailable(error, cancellationToken))
        {
            return ServiceProblems.Unavailable(error);
        }
    }

    private async Task<HttpResponseMessage> OpenAsync(string address, CancellationToken cancellationToken)
    {
        using var request = Name(new(HttpMethod.Get, new Uri(address, UriKind.Relative)), reader);
        return await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
    }

    private Task<ServiceResult<T>> GetAsync<T>(string address, CancellationToken cancellationToken)
        where T : class =>
        SendAsync<T>(new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative)), cancellationToken);

    private Task<ServiceResult<TAnswer>> PostAsync<TBody, TAnswer>(
        string address, ActingUser? user, TBody body, CancellationToken cancellationToken)
        where TAnswer : class =>
        PostAsync<TAnswer>(address, user, JsonContent.Create(body, options: ContractJson.Options), cancellationToken);

    private Task<ServiceResult<TAnswer>> PostAsync<TAnswer>(
        string address, ActingUser? user, HttpContent? content, CancellationToken cancellationToken)
        where TAnswer : class
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, UriKind.Relative)) { Content = content };
        return SendAsync<TAnswer>(Name(request, user), cancellationToken);
    }

    private async Task<ServiceResult<T>> SendAsync<T>(HttpRequestMessage request, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            using (request)
            {
                Name(request, reader);
                using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
                if (!response.IsSuccessStatusCode)
                {
                    return await ServiceProblems.ReadAsync(response, cancellationToken);
                }

                var value = await response.Content.ReadFromJsonAsync<T>(ContractJson.Options, cancellationToken);
                return value is null ? ServiceProblems.NotUnderstood(response) : value;
            }
        }
        catch (Exception error) when (ServiceProblems.IsUnavailable(error, cancellationToken))
        {
            return ServiceProblems.Unavailable(error);
        }
    }

    private static HttpRequestMessage Name(HttpRequestMessage request, ActingUser? person)
    {
        if (person is not null && !request.Headers.Contains(ActingUser.HeaderName))
        {
            request.Headers.Add(ActingUser.HeaderName, person.ToHeader());
        }

        return request;
    }
}
