using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using SessionState.Contracts;

namespace SessionState.Service.Tests.Endpoints;

public sealed class OpenApiTests
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerOptions.Default)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task OpenApi_Document_IsTheOneCheckedIn()
    {
        await using var service = await ServiceApplication.StartAsync();
        var document = JsonNode.Parse(await service.Http.GetStringAsync(ServiceRoutes.OpenApi, Cancel))!;
        var text = document.ToJsonString(Readable) + "\n";
        var file = Repository.File("src/SessionState.Service/openapi.v1.json");

        if (Environment.GetEnvironmentVariable(Repository.UpdateSnapshots) is not null)
        {
            await File.WriteAllTextAsync(file, text, Cancel);
        }

        Assert.True(
            text == await File.ReadAllTextAsync(file, Cancel),
            $"The wire changed. If that is meant, run this test once with {Repository.UpdateSnapshots}=1 and review the difference in {file}.");
    }
}
