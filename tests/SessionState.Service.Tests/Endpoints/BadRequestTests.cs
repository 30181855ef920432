using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using SessionState.Contracts;
using SessionState.Service.Grants;
using SessionState.Service.Tests.Grants;

namespace SessionState.Service.Tests.Endpoints;

/// <summary>Requests that no proper client sends. Each is answered in the shape of every problem, with a stable code and nothing of our inside. ASVS 4.1.4.</summary>
public sealed class BadRequestTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static string Valid { get; } = JsonSerializer.Serialize(ClientExtensions.Request(), ContractJson.Options);

    public static TheoryData<string> BadBodies() =>
    [
        "",
        "null",
        "[]",
        "{",
        "\"text\"",
        "{}",
        string.Concat(Enumerable.Repeat("[", 60_000)),
        Valid.Replace("{", """{"path":"Fabrikam",""", StringComparison.Ordinal),
        Valid.Replace("{", """{"isAdmin":true,""", StringComparison.Ordinal),
        Valid.Replace("{", """{"actor":{"name":"root"},""", StringComparison.Ordinal),
        Valid.Replace("\"set\"", "7", StringComparison.Ordinal),
        Valid.Replace("\"set\"", "\"0\"", StringComparison.Ordinal),
        Valid.Replace("\"set\"", "\"drop\"", StringComparison.Ordinal),
        Valid.Replace("\"false\"", "false", StringComparison.Ordinal),
        Valid.Replace("\"Contoso\"", "null", StringComparison.Ordinal),
        Valid.Replace("\"Contoso\"", "1", StringComparison.Ordinal),
        Valid.Replace("\"path\"", "\"Path\"", StringComparison.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(BadBodies))]
    public async Task Preview_BodyThatIsNotTheContracts_IsABadRequest(string body)
    {
        await using var service = await ServiceApplication.StartAsync();

        await AssertProblemAsync(await PostAsync(service, ServiceRoutes.PreviewChange, body), HttpStatusCode.BadRequest, ProblemCodes.BadRequest);
        await AssertProblemAsync(await PostAsync(service, ServiceRoutes.Changes, body), HttpStatusCode.BadRequest, ProblemCodes.BadRequest);
    }

    [Theory]
    [InlineData(ServiceRoutes.PreviewChange, 1024 * 1024)]
    [InlineData(ServiceRoutes.Changes, 1024 * 1024)]
    [InlineData(ServiceRoutes.AuditSignIns, 64 * 1024)]
    public async Task Post_BodyLongerThanTheAddressTakes_IsTooLarge(string route, int limit)
    {
        await using var service = await ServiceApplication.StartAsync();
        var body = Valid.Replace("\"Contoso\"", $"\"{new string('x', limit)}\"", StringComparison.Ordinal);

        await AssertProblemAsync(await PostAsync(service, route, body), HttpStatusCode.RequestEntityTooLarge, ProblemCodes.TooLarge);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/xml")]
    [InlineData("multipart/form-data; boundary=x")]
    public async Task Preview_OtherContentType_IsUnsupported(string type)
    {
        await using var service = await ServiceApplication.StartAsync();

        await AssertProblemAsync(
            await PostAsync(service, ServiceRoutes.PreviewChange, Valid, type), HttpStatusCode.UnsupportedMediaType, ProblemCodes.UnsupportedMediaType);
    }

    [Fact]
    public async Task Preview_CompressedBody_IsNotUnpacked()
    {
        await using var service = await ServiceApplication.StartAsync();
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true))
        {
            await gzip.WriteAsync(new byte[1_000_000], Cancel);
        }

        using var request = CreateRequest(ServiceRoutes.PreviewChange, new ByteArrayContent(packed.ToArray()), "application/json");
        request.Content!.Headers.ContentEncoding.Add("gzip");

        await AssertProblemAsync(await service.Http.SendAsync(request, Cancel), HttpStatusCode.BadRequest, ProblemCodes.BadRequest);
    }

    [Theory]
    [InlineData("GET", "/")]
    [InlineData("GET", "/api/v1")]
    [InlineData("GET", "/api/v1/files?path=/etc/passwd")]
    [InlineData("GET", "/api/v2/server")]
    [InlineData("GET", "/api/v1/audit/x")]
    [InlineData("GET", "/api/v1/changes/x")]
    [InlineData("TRACE", "/nowhere")]
    public async Task Request_UnknownAddress_IsNotFound(string method, string address)
    {
        await using var service = await ServiceApplication.StartAsync();
        using var request = new HttpRequestMessage(new(method), address);

        await AssertProblemAsync(await service.Http.SendAsync(request, Cancel), HttpStatusCode.NotFound, ProblemCodes.NotFound);
    }

    [Theory]
    [InlineData("DELETE", ServiceRoutes.Audit)]
    [InlineData("POST", ServiceRoutes.Nodes)]
    [InlineData("PUT", ServiceRoutes.Changes)]
    [InlineData("PROPFIND", ServiceRoutes.Server)]
    [InlineData("TRACE", ServiceRoutes.Server)]
    [InlineData("HEAD", ServiceRoutes.Changes)]
    public async Task Request_OtherMethod_IsNotAllowed(string method, string address)
    {
        await using var service = await ServiceApplication.StartAsync();
        using var request = new HttpRequestMessage(new(method), address);
        request.Headers.Add("X-HTTP-Method-Override", "GET");

        using var response = await service.Http.SendAsync(request, Cancel);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
    }

    [Theory]
    [InlineData("/api/v1/nodes?asp=perhaps")]
    [InlineData("/api/v1/nodes?limit=many")]
    [InlineData("/api/v1/nodes?source=elsewhere")]
    [InlineData("/api/v1/nodes?source=1")]
    [InlineData("/api/v1/nodes?source=inherited,setHere")]
    [InlineData("/api/v1/node")]
    [InlineData("/api/v1/audit?from=yesterday")]
    [InlineData("/api/v1/audit?outcome=good")]
    public async Task Get_ParameterThatIsNone_IsABadRequest(string address)
    {
        await using var service = await ServiceApplication.StartAsync();

        await AssertProblemAsync(await service.Http.GetAsync(address, Cancel), HttpStatusCode.BadRequest, ProblemCodes.BadRequest);
    }

    [Theory]
    [InlineData("/api/v1/nodes?source=setHere")]
    [InlineData("/api/v1/nodes?source=SetHere&asp=true&locked=False")]
    [InlineData("/api/v1/audit?type=intent")]
    [InlineData("/api/v1/audit?type=Intent&outcome=applied&from=2026-11-22T16:00:00Z&to=2026-11-22T16:00:00%2B01:00")]
    public async Task Get_WordsOfTheContract_AreUnderstoodInAnyCase(string address)
    {
        await using var service = await ServiceApplication.StartAsync();
        using var response = await service.Http.GetAsync(address, Cancel);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("/api/v1/nodes?limit=0")]
    [InlineData("/api/v1/nodes?limit=20001")]
    [InlineData("/api/v1/audit?limit=501")]
    [InlineData("/api/v1/audit?limit=-1")]
    public async Task Get_PageSizeOutsideItsRange_IsInvalid(string address)
    {
        await using var service = await ServiceApplication.StartAsync();

        await AssertProblemAsync(await service.Http.GetAsync(address, Cancel), HttpStatusCode.UnprocessableEntity, ProblemCodes.Invalid);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Ada")]
    [InlineData("bm8gSlNPTg==")]
    [InlineData("e30=")]
    public async Task Change_WithoutANamedPerson_IsForbiddenAndRecorded(string? header)
    {
        await using var service = await ServiceApplication.StartAsync();
        using var nobody = service.CreateHttpClient();
        foreach (var address in new[] { ServiceRoutes.PreviewChange, ServiceRoutes.Changes })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent(Valid, Encoding.UTF8, "application/json") };
            if (header is not null)
            {
                request.Headers.TryAddWithoutValidation(ActingUser.HeaderName, header);
            }

            await AssertProblemAsync(await nobody.SendAsync(request, Cancel), HttpStatusCode.Forbidden, ProblemCodes.Forbidden);
        }

        var entries = await service.AuditAsync(new() { Type = AuditType.Denied });
        Assert.Equal([("(unknown)", "dashboard"), ("(unknown)", "dashboard")], entries.Select(entry => (entry.Who, entry.Via)));
    }

    [Fact]
    public async Task Change_UserWithANameBeyondAscii_IsRecordedAsWritten()
    {
        await using var service = await ServiceApplication.StartAsync();
        var user = new ActingUser("https://idp.example", "42", "Žofie \"Zo\" Nováková 🦊");
        service.Grant(user, StandardRoles.Operator);
        var preview = (await service.Client.PreviewAsync(user, ClientExtensions.Request(), Cancel)).Demand();

        var result = (await service.Client.ApplyAsync(user, preview.ToApply(), Cancel)).Demand();

        var record = await service.RecordAsync(result.AuditSequence);
        Assert.Equal((user, user.Name), (record.User, record.Entry.Who));
    }

    private static Task<HttpResponseMessage> PostAsync(
        ServiceApplication service, string address, string body, string type = "application/json") =>
        service.Http.SendAsync(CreateRequest(address, new ByteArrayContent(Encoding.UTF8.GetBytes(body)), type), Cancel);

    private static HttpRequestMessage CreateRequest(string address, ByteArrayContent content, string type)
    {
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
        request.Headers.Add(ActingUser.HeaderName, ServiceApplication.Ada.ToHeader());
        return request;
    }

    private static async Task AssertProblemAsync(HttpResponseMessage response, HttpStatusCode status, string code)
    {
        using (response)
        {
            var text = await response.Content.ReadAsStringAsync(Cancel);
            Assert.Equal(status, response.StatusCode);
            Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
            Assert.Equal(code, JsonDocument.Parse(text).RootElement.GetProperty("code").GetString());
            Assert.DoesNotContain("   at ", text, StringComparison.Ordinal);
            Assert.False(response.Headers.Contains("Server"));
        }
    }
}
