using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text;
using SessionState.Contracts;
using SessionState.Service.Grants;
using SessionState.Service.Tests.Grants;

namespace SessionState.Service.Tests.Endpoints;

/// <summary>
/// Our catalogue of bad requests, by number. Each is refused with a stable code, leaves exactly the record it should, changes no file, and is
/// no fault in the log. ASVS 15.3.3.
/// </summary>
public sealed class CatalogueTests
{
    private const string AspTimeout = "system.webServer/asp/session@timeout";
    private const string Mode = "system.web/sessionState@mode";
    private const string CookieName = "system.web/sessionState@cookieName";

    private const int Longest = 1024 * 1024;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static string ValidApply { get; } = JsonSerializer.Serialize(
        new ApplyChangeRequest(new("0d6e1cf5-5f0e-4ed7-9d3c-3f2c37f5a0a1"), ClientExtensions.Request(), new('0', 64), "Why", null), ContractJson.Options);

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    public Task A01_BodyThatIsNoObject_IsABadRequest(string body) => IsRefusedAsync(body, 400, ProblemCodes.BadRequest);

    [Fact]
    public Task A01_BodyOfOneByteTooMany_IsTooLarge() =>
        IsRefusedAsync(new string(' ', Longest + 1 - ValidApply.Length) + ValidApply, 413, ProblemCodes.TooLarge);

    [Fact]
    public async Task A01_BodyOfExactlyTheLimit_IsRead()
    {
        await using var service = await ServiceApplication.StartAsync();

        var answer = await PostAsync(service, new string(' ', Longest - ValidApply.Length) + ValidApply);

        Assert.Equal((409, ProblemCodes.Stale), answer);
    }

    [Theory]
    [InlineData(65)]
    [InlineData(30_000)]
    public Task A02_DeepJson_IsABadRequest(int depth) =>
        IsRefusedAsync(
            string.Concat(Enumerable.Repeat("[", depth)) + string.Concat(Enumerable.Repeat("]", depth)), 400, ProblemCodes.BadRequest);

    [Fact]
    public Task A03_RepeatedMember_IsABadRequest() =>
        IsRefusedAsync(ValidApply.Replace("{\"changeId\"", "{\"reason\":\"Other\",\"changeId\"", StringComparison.Ordinal), 400, ProblemCodes.BadRequest);

    [Theory]
    [InlineData("\"isAdmin\":true")]
    [InlineData("\"actor\":{\"name\":\"root\"}")]
    [InlineData("\"scope\":\"*\"")]
    public Task A04_UnknownMember_IsABadRequest(string member) =>
        IsRefusedAsync(ValidApply.Replace("{\"changeId\"", $"{{{member},\"changeId\"", StringComparison.Ordinal), 400, ProblemCodes.BadRequest);

    [Theory]
    [InlineData("-1")]
    [InlineData("1000000000")]
    [InlineData("1.5")]
    [InlineData("twenty")]
    [InlineData("NaN")]
    [InlineData("9223372036854775808")]
    [InlineData("366.00:00:00")]
    public Task A05_TimeoutOutsideItsRange_IsInvalidAndNamesTheRange(string value) =>
        IsInvalidAsync(ClientExtensions.Request(value: value, setting: AspTimeout), "value");

    [Theory]
    [InlineData("inproc")]
    [InlineData("7")]
    [InlineData("Custom; x")]
    public Task A06_ModeThatIsNone_IsInvalid(string value) =>
        IsInvalidAsync(ClientExtensions.Request("Contoso/shop", value, setting: Mode), "value");

    [Theory]
    [InlineData("a\r\nSet-Cookie: b")]
    [InlineData("a;b")]
    [InlineData("")]
    [InlineData("5000")]
    public Task A07_CookieNameThatIsNone_IsInvalid(string value) =>
        IsInvalidAsync(ClientExtensions.Request("Contoso/shop", value == "5000" ? new('x', 5_000) : value, setting: CookieName), "value");

    [Fact]
    public async Task A08_ConnectionString_IsNotSetThroughHereAndNotRepeated()
    {
        const string Secret = "data source=db;password=\"<]]>&\n'";
        await using var service = await ServiceApplication.StartAsync();

        var problem = (await service.Client.PreviewAsync(
            ServiceApplication.Ada, ClientExtensions.Request("Contoso/shop", Secret, setting: "system.web/sessionState@sqlConnectionString"), Cancel)).Refusal();

        Assert.Equal((ProblemCodes.Invalid, 422), (problem.Code, problem.Status));
        Assert.DoesNotContain("source=db", $"{problem}", StringComparison.Ordinal);
        await AssertUntouchedAsync(service, denied: 0);
        Assert.DoesNotContain(service.ReadLog(), line => line.Contains("source=db", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A09_DigestOfSomethingElse_IsStale()
    {
        await using var service = await ServiceApplication.StartAsync();
        var request = (await service.PreviewedAsync(ClientExtensions.Request())).ToApply() with { PlanDigest = new('f', 64) };

        Assert.Equal((409, ProblemCodes.Stale), await RefusalAsync(service, request));

        await AssertUntouchedAsync(service, denied: 1);
    }

    [Fact]
    public async Task A09_SameRequestAgain_IsTheSameAnswerAndLeavesNoRecord()
    {
        await using var service = await ServiceApplication.StartAsync();
        var request = (await service.PreviewedAsync(ClientExtensions.Request())).ToApply();
        var first = (await service.ApplyAsync(request)).Demand();
        var records = await service.AuditAsync();

        Assert.Equal(first, (await service.ApplyAsync(request)).Demand());

        Assert.Equal(records.Count, (await service.AuditAsync()).Count);
        Assert.Empty(await service.FaultsAsync());
    }

    [Fact]
    public async Task A09_SameRequestOfSomebodyElse_IsRefusedAndRecordedForThem()
    {
        await using var service = await ServiceApplication.StartAsync();
        var request = (await service.PreviewedAsync(ClientExtensions.Request())).ToApply();
        (await service.ApplyAsync(request)).Demand();

        var eve = new ActingUser("local", "eve", "Eve");
        service.Grant(eve, StandardRoles.Operator);
        var problem = (await service.Client.ApplyAsync(eve, request, Cancel)).Refusal();

        Assert.Equal((ProblemCodes.Invalid, "changeId"), (problem.Code, problem.Field));
        Assert.Equal("Eve", Assert.Single(await service.AuditAsync(new() { Type = AuditType.Denied })).Who);
        Assert.Empty(await service.FaultsAsync());
    }

    [Fact]
    public async Task A10_ReasonWithFormulaAndEscapes_IsKeptAndQuotedForSpreadsheets()
    {
        const string Reason = "=cmd()|'/c calc'!A0 \u001b[31m";
        await using var service = await ServiceApplication.StartAsync();
        var request = (await service.PreviewedAsync(ClientExtensions.Request())).ToApply() with { Reason = Reason };
        var result = (await service.ApplyAsync(request)).Demand();

        Assert.Equal(Reason, (await service.RecordAsync(result.AuditSequence)).Entry.Reason);
        var table = await service.Http.GetStringAsync($"{ServiceRoutes.AuditExport}?format=csv", Cancel);
        Assert.Contains("'=cmd()", table, StringComparison.Ordinal);
        Assert.DoesNotContain(",=cmd()", table, StringComparison.Ordinal);
        Assert.Empty(await service.FaultsAsync());
    }

    [Fact]
    public async Task A10_ReasonOf501Characters_IsInvalid()
    {
        await using var service = await ServiceApplication.StartAsync();
        var request = (await service.PreviewedAsync(ClientExtensions.Request())).ToApply() with { Reason = new('x', 501) };

        Assert.Equal((422, ProblemCodes.Invalid), await RefusalAsync(service, request));

        await AssertUntouchedAsync(service, denied: 1);
    }

    [Fact]
    public async Task A11_OneTargetTooMany_IsInvalidAndNamesTheLimit()
    {
        await using var service = await ServiceApplication.StartAsync();
        var change = new ChangeRequest(
            [.. Enumerable.Range(0, ChangeRequest.MaxTargets + 1).Select(number => new ChangeTarget($"Contoso/f{number}", ServiceApplication.Setting, ChangeAction.Set, "false", null))],
            "");

        var problem = (await service.ApplyAsync(new(Guid.NewGuid(), change, new('0', 64), "Why", null))).Refusal();

        Assert.Equal((422, ProblemCodes.Invalid), (problem.Status, problem.Code));
        Assert.Contains("1,000", problem.Detail.Replace("1000", "1,000", StringComparison.Ordinal), StringComparison.Ordinal);
        await AssertUntouchedAsync(service, denied: 1);
    }

    [Theory]
    [InlineData("GET", "/api/v1/files", 404, ProblemCodes.NotFound)]
    [InlineData("TRACE", "/nowhere", 404, ProblemCodes.NotFound)]
    [InlineData("TRACE", ServiceRoutes.Changes, 405, ProblemCodes.MethodNotAllowed)]
    [InlineData("PROPFIND", ServiceRoutes.Nodes, 405, ProblemCodes.MethodNotAllowed)]
    [InlineData("GET", ServiceRoutes.Changes, 405, ProblemCodes.MethodNotAllowed)]
    public async Task A12_UnknownRouteOrMethod_IsRefusedWhateverItIsCalled(string method, string address, int status, string code)
    {
        await using var service = await ServiceApplication.StartAsync();
        using var request = new HttpRequestMessage(new(method), address);
        request.Headers.Add("X-HTTP-Method-Override", "POST");
        request.Headers.Add("X-HTTP-Method", "POST");
        request.Headers.Add("X-Original-URL", ServiceRoutes.Changes);

        Assert.Equal((status, code), await SendAsync(service, request));

        await AssertUntouchedAsync(service, denied: 0);
        Assert.Contains(service.ReadLog(), line => line.Contains($"\"Method\":\"{method}\"", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/xml")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    public async Task A13_OtherContentType_IsUnsupported(string type)
    {
        await using var service = await ServiceApplication.StartAsync();

        Assert.Equal((415, ProblemCodes.UnsupportedMediaType), await PostAsync(service, ValidApply, type));

        await AssertUntouchedAsync(service, denied: 0);
    }

    [Fact]
    public async Task A13_CompressedBody_IsNotUnpacked()
    {
        await using var service = await ServiceApplication.StartAsync();
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true))
        {
            await gzip.WriteAsync(Encoding.UTF8.GetBytes(ValidApply), Cancel);
        }

        using var request = CreateRequest(new ByteArrayContent(packed.ToArray()), "application/json");
        request.Content!.Headers.ContentEncoding.Add("gzip");

        Assert.Equal((400, ProblemCodes.BadRequest), await SendAsync(service, request));
        await AssertUntouchedAsync(service, denied: 1);
    }

    [Fact]
    public async Task A14_ApplyWhileTheAuditIsReadOnly_IsRefusedWithTheReasonAndNoIntent()
    {
        await using var service = await ServiceApplication.StartAsync();
        var request = (await service.PreviewedAsync(ClientExtensions.Request())).ToApply();
        service.ExecuteInAudit("CREATE TRIGGER Full BEFORE INSERT ON AuditRecords BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END;");

        var problem = (await service.ApplyAsync(request)).Refusal();

        Assert.Equal((503, ProblemCodes.AuditUnavailable), (problem.Status, problem.Code));
        Assert.Contains("disk is full", problem.Detail, StringComparison.Ordinal);
        Assert.Equal(SampleServer.ApplicationHost, await File.ReadAllTextAsync(service.ApplicationHost, Cancel));
        Assert.Equal([AuditType.Start], (await service.AuditAsync()).Select(entry => entry.Type));
    }

    private static async Task IsRefusedAsync(string body, int status, string code)
    {
        await using var service = await ServiceApplication.StartAsync();

        Assert.Equal((status, code), await PostAsync(service, body));

        await AssertUntouchedAsync(service, denied: 1);
    }

    private static async Task IsInvalidAsync(ChangeRequest change, string field)
    {
        await using var service = await ServiceApplication.StartAsync();

        var problem = (await service.Client.PreviewAsync(ServiceApplication.Ada, change, Cancel)).Refusal();

        Assert.Equal((422, ProblemCodes.Invalid, field), (problem.Status, problem.Code, problem.Field));
        var apply = new ApplyChangeRequest(Guid.NewGuid(), change, new('0', 64), "Why", null);
        Assert.Equal((422, ProblemCodes.Invalid), await RefusalAsync(service, apply));
        await AssertUntouchedAsync(service, denied: 1);
    }

    private static async Task<(int, string)> RefusalAsync(ServiceApplication service, ApplyChangeRequest request) =>
        (await service.ApplyAsync(request)).Refusal() is var problem ? (problem.Status, problem.Code) : default;

    private static async Task AssertUntouchedAsync(ServiceApplication service, int denied)
    {
        var records = await service.AuditAsync();
        Assert.Equal(
            [.. Enumerable.Repeat(AuditType.Denied, denied), AuditType.Start],
            records.Select(entry => entry.Type));
        Assert.All(records.Take(denied), entry => Assert.Equal("Ada Lovelace", entry.Who));
        Assert.Equal(SampleServer.ApplicationHost, await File.ReadAllTextAsync(service.ApplicationHost, Cancel));
        Assert.Empty(await service.FaultsAsync());
    }

    private static Task<(int, string)> PostAsync(ServiceApplication service, string body, string type = "application/json") =>
        SendAsync(service, CreateRequest(new ByteArrayContent(Encoding.UTF8.GetBytes(body)), type));

    private static HttpRequestMessage CreateRequest(ByteArrayContent content, string type)
    {
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        var request = new HttpRequestMessage(HttpMethod.Post, ServiceRoutes.Changes) { Content = content };
        request.Headers.Add(ActingUser.HeaderName, ServiceApplication.Ada.ToHeader());
        return request;
    }

    private static async Task<(int, string)> SendAsync(ServiceApplication service, HttpRequestMessage request)
    {
        using (request)
        {
            using var response = await service.Http.SendAsync(request, Cancel);
            var text = await response.Content.ReadAsStringAsync(Cancel);
            Assert.DoesNotContain("   at ", text, StringComparison.Ordinal);
            return ((int)response.StatusCode, JsonDocument.Parse(text).RootElement.GetProperty("code").GetString()!);
        }
    }
}
