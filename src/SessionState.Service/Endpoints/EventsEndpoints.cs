using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http.HttpResults;
using SessionState.Contracts;
using SessionState.Service.Events;
using SessionState.Service.Security;

namespace SessionState.Service.Endpoints;

internal static class EventsEndpoints
{
    public static void MapEvents(this IEndpointRouteBuilder routes) => routes
        .MapGet(ServiceRoutes.Events, Listen)
        .WithTags("Events").WithName("ListenToEvents").WithSummary("Events as they happen; the first one is the present state").Requires(Access.Read)
        .Takes(RequestTime.Endless);

    private static ServerSentEventsResult<ServerEvent> Listen(
        EventHub hub, ServerEvents events, IHostApplicationLifetime lifetime, CancellationToken cancellationToken) =>
        TypedResults.ServerSentEvents(ReadAsync(hub, events, lifetime.ApplicationStopping, cancellationToken));

    // Ends with the Service, or its stop would wait for listeners that never leave.
    private static async IAsyncEnumerable<ServerEvent> ReadAsync(
        EventHub hub, ServerEvents events, CancellationToken stopping, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stopping, cancellationToken);
        using var subscription = hub.Subscribe();
        yield return events.Present();
        await foreach (var happened in subscription.ReadUntilAsync(end.Token))
        {
            yield return happened;
        }
    }
}
