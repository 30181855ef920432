using System.Text.Json;
using SessionState.Contracts;

namespace SessionState.Service.Hosting;

/// <summary><c>SessionState.Service health</c>: asks the running Service whether changes can be made, for containers and monitors.</summary>
internal static class HealthCheck
{
    public const string Verb = "health";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Exit code 0: ready; 1: not, and why.</summary>
    public static async Task<int> RunAsync(ServiceOptions options, TextWriter output)
    {
        using var service = ServiceConnection.Create(options.Address, Verb);
        service.Timeout = Patience;
        try
        {
            using var answer = await service.GetAsync(ServiceRoutes.Ready);
            var reason = answer.IsSuccessStatusCode ? null : (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detail").GetString();
            await output.WriteLineAsync(answer.IsSuccessStatusCode ? "ready" : $"not ready: {reason}");
            return answer.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception error) when (error is HttpRequestException or TaskCanceledException or IOException)
        {
            await output.WriteLineAsync($"not ready: nothing answers at {options.Address}, or it does not admit this user: {error.GetBaseException().Message}");
            return 1;
        }
    }
}
