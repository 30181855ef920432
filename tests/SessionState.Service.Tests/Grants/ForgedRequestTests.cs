using System.Net;
using System.Text;
using SessionState.Contracts;
using SessionState.Service.Grants;

namespace SessionState.Service.Tests.Grants;

/// <summary>Two hundred requests of somebody who tries to reach what is not theirs: all are refused, and all are recorded (ASVS 16.3.2). ASVS 16.3.3.</summary>
public sealed class ForgedRequestTests
{
    private static readonly string[] Places =
    [
        "", "Contoso", "Contoso/shop2", "Contoso/images", "Fabrikam", "fabrikam/", "Fabrikam/x", "Contoso/shop/../../Fabrikam", "Contoso/shop%00",
        "Contoso/shop\\..\\images",
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Request_OutsideTheGrant_IsRefusedAndRecordedEveryTime()
    {
        await using var service = await GrantServer.StartAsync(grantAt: null);
        service.Grant(Policies.Hedda, StandardRoles.HelpDesk, GrantServer.Place);
        using var http = service.CreateHttpClient();
        var before = await File.ReadAllTextAsync(service.ApplicationHost, Cancel);
        var sent = 0;
        foreach (var request in Places.SelectMany(Forge))
        {
            request.Headers.Add(ActingUser.HeaderName, Policies.Hedda.ToHeader());
            using var response = await http.SendAsync(request, Cancel);
            Assert.True(
                response.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.NotFound,
                $"{request.Method} {request.RequestUri}: {response.StatusCode}");
            if (++sent % 10 == 0)
            {
                // More than ten within a second are counted and not recorded one by one.
                service.Clock.Advance(TimeSpan.FromSeconds(2));
            }
        }

        Assert.Equal(200, sent);
        var denied = await service.AuditAsync(new() { Type = AuditType.Denied, Limit = 500 });
        Assert.Equal(sent, denied.Count(entry => entry.Who == Policies.Hedda.Name));
        Assert.Equal(before, await File.ReadAllTextAsync(service.ApplicationHost, Cancel));
    }

    private static IEnumerable<HttpRequestMessage> Forge(string path)
    {
        var query = Uri.EscapeDataString(path);
        yield return Get($"{ServiceRoutes.Node}?path={query}");
        yield return Get($"{ServiceRoutes.NodePages}?path={query}");
        yield return Get(ServiceRoutes.Grants);
        yield return Get(ServiceRoutes.AuditExport + "?format=csv&path=" + query);
        yield return Get(ServiceRoutes.AuditCheckpoint);
        yield return Post(ServiceRoutes.AuditVerify, "");
        yield return Post(ServiceRoutes.Grants, Grant(path, "hedda"));
        yield return Post($"{ServiceRoutes.Grants}/{Guid.NewGuid()}/end", """{"reason":"mine"}""");
        foreach (var (action, setting, value) in new[]
        {
            ("set", ServiceApplication.Setting, "\"true\""), ("clear", ServiceApplication.Setting, "null"), ("lock", "system.webServer/asp", "null"),
            ("unlock", "system.webServer/asp", "null"), ("inheritLock", "system.webServer/asp", "null"), ("repair", "system.webServer/asp", "null"),
        })
        {
            var change = $$"""{"targets":[{"path":{{Text(path)}},"setting":"{{setting}}","action":"{{action}}","value":{{value}},"commitPath":null}],"revision":""}""";
            yield return Post(ServiceRoutes.PreviewChange, change);
            yield return Post(
                ServiceRoutes.Changes, $$"""{"changeId":"{{Guid.NewGuid()}}","change":{{change}},"planDigest":"x","reason":"r","ticket":"INC-1"}""");
        }
    }

    private static string Grant(string path, string id) =>
        $$"""{"subject":{"kind":"person","issuer":"local","id":"{{id}}","name":null},"role":"Operator","path":{{Text(path)}},"setting":null,"until":null,"reason":"r"}""";

    private static string Text(string text) => System.Text.Json.JsonSerializer.Serialize(text);

    private static HttpRequestMessage Get(string address) => new(HttpMethod.Get, address);

    private static HttpRequestMessage Post(string address, string body) =>
        new(HttpMethod.Post, address) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
}
