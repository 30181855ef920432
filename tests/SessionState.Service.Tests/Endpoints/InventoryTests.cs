using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SessionState.Contracts;
using SessionState.Service.Security;

namespace SessionState.Service.Tests.Endpoints;

/// <summary>Everything the Service can be asked, and by whom.</summary>
public sealed class InventoryTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Endpoints_All_AreThoseCheckedIn()
    {
        await using var service = await ServiceApplication.StartAsync();
        var file = Repository.File("src/SessionState.Service/endpoints.txt");
        var text = string.Concat(Routes(service).Select(Show).Order(StringComparer.Ordinal).Select(line => line + "\n"));

        if (Environment.GetEnvironmentVariable(Repository.UpdateSnapshots) is not null)
        {
            await File.WriteAllTextAsync(file, text, Cancel);
        }

        Assert.True(
            text == await File.ReadAllTextAsync(file, Cancel),
            $"The Service can be asked something else, or by others. If that is meant, run this test once with {Repository.UpdateSnapshots}=1 and review {file}.");
    }

    [Fact]
    public async Task Endpoints_All_SayWhoMayUseThem()
    {
        await using var service = await ServiceApplication.StartAsync();

        Assert.All(Routes(service), endpoint => Assert.NotNull(endpoint.Metadata.GetMetadata<AccessMetadata>()));
    }

    [Fact]
    public async Task Endpoints_WithoutARule_AreReachedByNobody()
    {
        await using var service = await ServiceApplication.StartAsync(map: routes => routes.MapGet("/forgotten", () => "secret"));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/forgotten");
        request.Headers.Add(ActingUser.HeaderName, ServiceApplication.Ada.ToHeader());

        using var response = await service.Http.SendAsync(request, Cancel);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.DoesNotContain("secret", await response.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Endpoints_ForANamedPerson_RefuseWhoNamesNone()
    {
        await using var service = await ServiceApplication.StartAsync();
        using var nobody = service.CreateHttpClient();
        foreach (var endpoint in Routes(service))
        {
            // More than ten refusals within a second are counted and not recorded one by one.
            service.Clock.Advance(TimeSpan.FromSeconds(2));
            var isPersonal = endpoint.Metadata.GetMetadata<AccessMetadata>()!.NeedsPerson;
            foreach (var method in Methods(endpoint))
            {
                using var request = new HttpRequestMessage(new(method), Address(endpoint)) { Content = Empty(method) };
                using var response = await nobody.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancel);

                Assert.True(isPersonal == (response.StatusCode == HttpStatusCode.Forbidden), $"{Show(endpoint)}: {response.StatusCode}");
            }
        }

        var personal = Routes(service).Count(endpoint => endpoint.Metadata.GetMetadata<AccessMetadata>()!.NeedsPerson);
        Assert.Equal(personal, (await service.AuditAsync(new() { Type = AuditType.Denied })).Count);
    }

    private static IEnumerable<RouteEndpoint> Routes(ServiceApplication service) =>
        service.Get<EndpointDataSource>().Endpoints.Cast<RouteEndpoint>();

    private static string Show(RouteEndpoint endpoint) =>
        $"{string.Join(',', Methods(endpoint))} {endpoint.RoutePattern.RawText} {endpoint.Metadata.GetMetadata<AccessMetadata>()?.ToString() ?? "nobody"}";

    private static IReadOnlyList<string> Methods(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods;

    private static string Address(RouteEndpoint endpoint) => endpoint.RoutePattern.RawText!
        .Replace("{sequence:long}", "1", StringComparison.Ordinal)
        .Replace("{id:guid}", $"{Guid.NewGuid()}", StringComparison.Ordinal);

    private static StringContent? Empty(string method) =>
        HttpMethods.IsPost(method) ? new("{}", System.Text.Encoding.UTF8, "application/json") : null;
}
