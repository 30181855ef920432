using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;

namespace SessionState.Contracts;

/// <summary>Turns everything but success into a <see cref="Problem"/>: refusals of the Service, and its silence.</summary>
internal static class ServiceProblems
{
    /// <summary>True for failures of the connection or the answer, and where the client is closed; cancellation by the caller is not one.</summary>
    public static bool IsUnavailable(Exception error, CancellationToken cancellationToken) =>
        !cancellationToken.IsCancellationRequested
        && error is HttpRequestException or IOException or JsonException or OperationCanceledException or ObjectDisposedException;

    public static Problem Unavailable(Exception error) => error.InnerException is SocketException { SocketErrorCode: SocketError.AccessDenied }
        ? new(ProblemCodes.Forbidden, "This user may not use the configuration service", "The system does not let this user reach its socket.", 403)
        {
            Remedy = "Act as another user, or ask whoever runs the service to admit this one.",
        }
        : new(ProblemCodes.Unavailable, "The configuration service does not answer", Explain(error), 503)
        {
            Remedy = "Start the service, or check the address in the settings, then try again.",
        };

    public static Problem NotUnderstood(HttpResponseMessage response) => new(
        ProblemCodes.Internal,
        "The configuration service gave an answer that is not understood",
        $"It answered {(int)response.StatusCode} without saying why. It may be of another version.",
        (int)response.StatusCode);

    /// <summary>Reads problem details (RFC 9457), also of a newer Service that sends more members.</summary>
    public static async Task<Problem> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            var details = await response.Content.ReadFromJsonAsync<ProblemDetailsJson>(JsonSerializerOptions.Web, cancellationToken);
            if (details is { Code: { } code, Title: { } title })
            {
                return new(code, title, details.Detail ?? title, (int)response.StatusCode)
                {
                    Remedy = details.Remedy,
                    File = details.File,
                    Line = details.Line,
                    Field = details.Field,
                };
            }
        }
        catch (JsonException)
        {
            // Not problem details: say so below.
        }

        return NotUnderstood(response);
    }

    private static string Explain(Exception error) => (error as UntrustedServiceException ?? error.InnerException) switch
    {
        UntrustedServiceException untrusted => untrusted.Message,
        _ => "Nothing answers at its address, or the connection broke.",
    };

    private sealed record ProblemDetailsJson(
        string? Code, string? Title, string? Detail, string? Remedy, string? File, int? Line, string? Field);
}
