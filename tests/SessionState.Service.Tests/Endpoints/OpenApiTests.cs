using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;
using SessionState.Contracts;
using SessionState.Service.Security;

namespace SessionState.Service.Tests.Endpoints;

public sealed class OpenApiTests
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerOptions.Default)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private const string Update = "SESSIONSTATE_UPDATE_SNAPSHOTS";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task OpenApi_Document_IsTheOneCheckedIn()
    {
        await using var service = await ServiceApplication.StartAsync();
        var document = JsonNode.Parse(await service.Http.GetStringAsync(ServiceRoutes.OpenApi, Cancel))!;
        var text = document.ToJsonString(Readable) + "\n";
        var file = SnapshotFile();

        if (Environment.GetEnvironmentVariable(Update) is not null)
        {
            await File.WriteAllTextAsync(file, text, Cancel);
        }

        Assert.True(
            text == await File.ReadAllTextAsync(file, Cancel),
            $"The wire changed. If that is meant, run this test once with {Update}=1 and review the difference in {file}.");
    }

    [Fact]
    public async Task Endpoints_EveryOne_SaysWhoMayUseIt()
    {
        await using var service = await ServiceApplication.StartAsync();

        Assert.Equal(
            """
            GET /api/v1/audit Read
            GET /api/v1/audit/checkpoint Read
            GET /api/v1/audit/export Read
            GET /api/v1/audit/{sequence:long} Read
            GET /api/v1/changes/pending Read
            GET /api/v1/changes/{id:guid} Read
            GET /api/v1/events Read
            GET /api/v1/node Read
            GET /api/v1/node/pages Read
            GET /api/v1/nodes Read
            GET /api/v1/server Read
            GET /health/live Read
            GET /health/ready Read
            GET /openapi/v1.json Read
            POST /api/v1/audit/sign-ins Preview
            POST /api/v1/audit/verify Read
            POST /api/v1/changes Change
            POST /api/v1/changes/preview Preview
            POST /api/v1/changes/{id:guid}/confirm Change
            POST /api/v1/changes/{id:guid}/undo Change
            POST /api/v1/changes/{id:guid}/undo/preview Preview
            """,
            string.Join(Environment.NewLine, service.Get<EndpointDataSource>().Endpoints.Cast<RouteEndpoint>().Select(Show).Order(StringComparer.Ordinal)));
    }

    private static string Show(RouteEndpoint endpoint)
    {
        var methods = string.Join(',', endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods);
        return $"{methods} {endpoint.RoutePattern.RawText} {endpoint.Metadata.GetMetadata<AccessMetadata>()?.Access.ToString() ?? "nobody"}";
    }

    private static string SnapshotFile()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Dashboard.sln")))
            {
                return Path.Combine(folder.FullName, "src", "SessionState.Service", "openapi.v1.json");
            }
        }

        throw new InvalidOperationException("The test does not run from the repository.");
    }
}
