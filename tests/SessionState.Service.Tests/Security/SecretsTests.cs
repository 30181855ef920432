using System.Text;
using SessionState.Contracts;

namespace SessionState.Service.Tests.Security;

/// <summary>No secret of the configuration leaves the engine, whatever is asked, changed, refused, recorded or logged. ASVS 16.2.5.</summary>
public sealed class SecretsTests
{
    private const string Mode = "system.web/sessionState@mode";
    private const string Timeout = "system.web/sessionState@timeout";
    private const string SqlConnection = "system.web/sessionState@sqlConnectionString";

    private static readonly string[] Paths = ["", "Contoso", "Contoso/shop", "Contoso/images", "Fabrikam"];

    private readonly StringBuilder _told = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Session_OnAServerFullOfSecrets_TellsNoneOfThem()
    {
        await using var service = await ServiceApplication.StartAsync(SecretServer.Write);
        var listening = ListenAsync(service);

        await ReadAllAsync(service);
        await TryAsync(service, ClientExtensions.Request("Contoso/shop", "25", setting: Timeout));
        await TryAsync(service, ClientExtensions.Request("Contoso", "Off", setting: Mode));
        await TryAsync(service, ClientExtensions.Request("Contoso/shop", "true"));
        await TryAsync(service, ClientExtensions.Request("Contoso/shop", null));
        await TryAsync(service, ClientExtensions.Request("Contoso/shop", "data source=elsewhere", setting: SqlConnection));
        await TryAsync(service, ClientExtensions.Request("Fabrikam", "false", "MACHINE/WEBROOT/APPHOST/Fabrikam"));
        await TryAsync(service, new("Contoso/shop", "system.web/sessionState", ChangeAction.Lock, null, null, ""));
        await EditAsync(service);
        await ReadAllAsync(service);

        await service.StopAsync();
        _told.Append(await listening);
        Assert.Contains("Contoso/shop", _told.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(SecretServer.Mark, _told.ToString(), StringComparison.OrdinalIgnoreCase);
        foreach (var file in OwnFiles(service))
        {
            Assert.DoesNotContain(SecretServer.Mark, Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file, Cancel)), StringComparison.OrdinalIgnoreCase);
        }
    }

    // All but the copies of changed files, which are the files themselves and as private.
    private static IEnumerable<string> OwnFiles(ServiceApplication service) => Directory
        .EnumerateFiles(service.Data, "*", SearchOption.AllDirectories)
        .Where(file => !file.StartsWith(Path.Combine(service.Data, "history"), StringComparison.Ordinal));

    private async Task ReadAllAsync(ServiceApplication service)
    {
        foreach (var address in new[] { ServiceRoutes.Server, ServiceRoutes.Nodes + "?allFolders=true", ServiceRoutes.OpenApi, ServiceRoutes.Ready, ServiceRoutes.AuditCheckpoint }
            .Concat(Paths.Select(path => $"{ServiceRoutes.Node}?path={Uri.EscapeDataString(path)}"))
            .Concat(Paths.Select(path => $"{ServiceRoutes.NodePages}?path={Uri.EscapeDataString(path)}"))
            .Concat(Enum.GetValues<AuditExportFormat>().Select(format => $"{ServiceRoutes.AuditExport}?format={format}"))
            .Concat((await service.AuditAsync(new() { Limit = 100 })).Select(entry => $"{ServiceRoutes.Audit}/{entry.Sequence}"))
            .Append(ServiceRoutes.Audit + "?limit=100"))
        {
            using var response = await service.Http.GetAsync(address, Cancel);
            _told.AppendLine(await response.Content.ReadAsStringAsync(Cancel));
        }
    }

    private async Task TryAsync(ServiceApplication service, ChangeRequest change)
    {
        var previewed = await service.Client.PreviewAsync(ServiceApplication.Ada, change, Cancel);
        _told.AppendLine(ClientJson(previewed.Problem)).AppendLine(ClientJson(previewed.Value));
        if (previewed.Value is { NothingToDo: false } preview)
        {
            var applied = await service.ApplyAsync(preview.ToApply());
            _told.AppendLine(ClientJson(applied.Problem)).AppendLine(ClientJson(applied.Value));
        }
    }

    private static string ClientJson(object? value) => System.Text.Json.JsonSerializer.Serialize(value, ContractJson.Options);

    private static async Task EditAsync(ServiceApplication service)
    {
        await using var events = await EventReader.ListenAsync(service);
        var text = await File.ReadAllTextAsync(service.WebConfig("shop"), Cancel);
        await File.WriteAllTextAsync(
            service.WebConfig("shop"),
            text.Replace($"{SecretServer.Mark}-sql", $"{SecretServer.Mark}-other", StringComparison.Ordinal)
                .Replace("mode=\"SQLServer\"", "mode=\"StateServer\"", StringComparison.Ordinal),
            Cancel);
        await events.NextAsync(happened => happened.External);
    }

    private static async Task<string> ListenAsync(ServiceApplication service)
    {
        try
        {
            return await service.Http.GetStringAsync(ServiceRoutes.Events, Cancel);
        }
        catch (HttpRequestException)
        {
            // The Service stopped before the end was sent.
            return "";
        }
    }
}
