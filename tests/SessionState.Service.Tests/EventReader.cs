using SessionState.Contracts;

namespace SessionState.Service.Tests;

/// <summary>Listens to a Service's events. A wait ends with the event or, after two minutes, with a failed test.</summary>
internal sealed class EventReader : IAsyncDisposable
{
    private readonly CancellationTokenSource _end;
    private readonly IAsyncEnumerator<ServerEvent> _events;

    private EventReader(IConfigurationService service)
    {
        _end = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        _end.CancelAfter(TimeSpan.FromMinutes(2));
        _events = service.GetEventsAsync(_end.Token).GetAsyncEnumerator(_end.Token);
    }

    /// <summary>Returns once the Service has told the present state, from which on nothing is missed.</summary>
    public static Task<EventReader> ListenAsync(ServiceApplication service) => ListenAsync(service.Client);

    /// <summary>The same for somebody's events.</summary>
    public static async Task<EventReader> ListenAsync(IConfigurationService service)
    {
        var reader = new EventReader(service);
        await reader.NextAsync(_ => true);
        return reader;
    }

    public async Task<ServerEvent> NextAsync(Func<ServerEvent, bool> wanted)
    {
        while (await _events.MoveNextAsync())
        {
            if (wanted(_events.Current))
            {
                return _events.Current;
            }
        }

        throw new InvalidOperationException("The events ended.");
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        try
        {
            await _events.DisposeAsync();
        }
        catch (OperationCanceledException)
        {
            // That is what ends it.
        }

        _end.Dispose();
    }
}
