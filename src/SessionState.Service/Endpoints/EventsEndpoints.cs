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
        .WithTags("Events").WithName("ListenToEvents").WithSummary("Events as they happen; the first one is the present state")
        .Requires(Permission.TreeRead).Takes(RequestTime.Endless);

    private static ServerSentEventsResult<ServerEvent> Listen(
        EventHub hub, ServerEvents events, EventSight sight, HttpContext context, IHostApplicationLifetime lifetime, CancellationToken cancellationToken) =>
        TypedResults.ServerSentEvents(ReadAsync(hub, events, sight.Of(Caller.Of(context)), lifetime.ApplicationStopping, cancellationToken));

    // Ends with the Service, or its stop would wait for listeners that never leave.
    private static async IAsyncEnumerable<ServerEvent> ReadAsync(
        EventHub hub, ServerEvents events, Func<ServerEvent, ServerEvent?> seen, CancellationToken stopping, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stopping, cancellationToken);
        using var subscription = hub.Subscribe();
        if (seen(events.Present()) is { } present)
        {
            yield return present;
        }

        await foreach (var happened in subscription.ReadUntilAsync(end.Token))
        {
            if (seen(happened) is { } visible)
            {
                yield return visible;
            }
        }
    }
}
