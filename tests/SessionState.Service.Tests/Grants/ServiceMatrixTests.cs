using SessionState.Contracts;
using SessionState.Service.Grants;

namespace SessionState.Service.Tests.Grants;

/// <summary>
/// Every standard role × every permission × every relation of the place asked for to the place granted, at the Service: each cell is a request
/// that needs just this permission (ASVS 8.2.1, 8.2.2, 8.3.1, 8.3.3).
/// </summary>
public sealed class ServiceMatrixTests : IAsyncLifetime
{
    private readonly Dictionary<string, Guid> _changes = [];
    private ServiceApplication _service = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _service = await GrantServer.StartAsync();

        // Every place has a change, and a refusal, to be seen or not.
        foreach (var path in new[] { "Contoso", GrantServer.Place, GrantServer.Child, GrantServer.Sibling, GrantServer.Twin })
        {
            var change = (await _service.PreviewedAsync(ClientExtensions.Request(path, "true", null))).ToApply();
            _changes[path] = change.ChangeId;
            (await _service.ApplyAsync(change)).Demand();
            (await _service.ApplyAsync(change with { ChangeId = Guid.NewGuid(), PlanDigest = "other" })).Refusal();
            _service.Clock.Advance(TimeSpan.FromSeconds(2));
        }
    }

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Theory]
    [InlineData(GrantServer.Place, true)]
    [InlineData("Contoso", false)]
    [InlineData(GrantServer.Child, true)]
    [InlineData(GrantServer.Sibling, false)]
    [InlineData(GrantServer.Twin, false)]
    public async Task Request_OfEveryRoleForEveryPermission_IsAnsweredAsGranted(string path, bool within)
    {
        foreach (var role in StandardRoles.All)
        {
            foreach (var permission in Enum.GetValues<Permission>())
            {
                var answered = await IsAnsweredAsync(_service.As(GrantServer.PersonOf(role)), GrantServer.PersonOf(role), permission, path);

                Assert.True(answered == (within && role.Allows(permission)), $"{role.Name}, {permission}, {path}: {answered}");
            }

            _service.Clock.Advance(TimeSpan.FromSeconds(2));
        }
    }

    [Fact]
    public async Task Request_AtAnotherServer_IsRefused()
    {
        await using var other = await GrantServer.StartAsync(grantAt: null);
        _changes[GrantServer.Place] = (await other.PreviewedAsync(ClientExtensions.Request(GrantServer.Place, "true", null))).ToApply().ChangeId;
        foreach (var role in StandardRoles.All)
        {
            foreach (var permission in Enum.GetValues<Permission>())
            {
                Assert.False(
                    await IsAnsweredAsync(other.As(GrantServer.PersonOf(role)), GrantServer.PersonOf(role), permission, GrantServer.Place),
                    $"{role.Name}, {permission}");
            }
        }
    }

    private async Task<bool> IsAnsweredAsync(IConfigurationService service, ActingUser person, Permission permission, string path) => permission switch
    {
        Permission.TreeRead => (await service.GetNodesAsync(new() { AllFolders = true }, Cancel)).Value?.Items.Any(row => row.Path == path && IsTold(row)) is true,
        Permission.EffectiveRead => IsLetThrough(await service.GetNodeAsync(path, Cancel)),
        Permission.SessionSet => IsLetThrough(await service.PreviewAsync(person, ClientExtensions.Request(path, "false"), Cancel)),
        Permission.SessionClear => IsLetThrough(await service.PreviewAsync(person, ClientExtensions.Request(path, null), Cancel)),
        Permission.LockSet => IsLetThrough(await service.PreviewAsync(
            person, new(path, "system.webServer/asp", ChangeAction.Lock, null, null, ""), Cancel)),
        Permission.HistoryRead => (await service.GetAuditAsync(new() { Path = path, Type = AuditType.Outcome }, Cancel)).Value?.Items
            .Any(entry => entry.Path == path) is true && HistoryIsGranted(person),
        Permission.Rollback => IsLetThrough(await service.PreviewUndoAsync(person, _changes[path], Cancel)),
        Permission.AuditRead => (await service.GetAuditAsync(new() { Path = path, Type = AuditType.Denied }, Cancel)).Value?.Items
            .Any(entry => entry.Path == path) is true,
        Permission.AuditExport => await ExportsAsync(service, path),
        Permission.UsersManage => IsLetThrough(await service.AskAccessAsync(new("local", "whoever", path, null), Cancel)),
        _ => (await service.AskAccessAsync(new(person.Issuer, person.Subject, path, null), Cancel)).Value?.Answers
            .Single(answer => answer.Permission == permission).By is not null,
    };

    // Refused for another reason than a missing grant is let through: somebody looked at what the configuration says.
    private static bool IsLetThrough<T>(ServiceResult<T> result)
        where T : class => result.Problem is not { Status: 403 or 404 };

    // Of a node that the way only leads through not even that is told which pool or folder it has.
    private static bool IsTold(NodeRow row) => !row.IsBare || row.Detail is not null;

    // Who may read the audit of a place sees its changes there, too.
    private static bool HistoryIsGranted(ActingUser person) => person.Subject != StandardRoles.Administrator.Name;

    private static async Task<bool> ExportsAsync(IConfigurationService service, string path)
    {
        using var file = new MemoryStream();
        var exported = await service.ExportAuditAsync(AuditExportFormat.Csv, new() { Path = path }, file, Cancel);
        return exported.Problem is null && System.Text.Encoding.UTF8.GetString(file.ToArray()).Contains($"\"{path}\"", StringComparison.Ordinal);
    }
}
