using SessionState.Contracts;

namespace SessionState.Service.Events;

/// <summary>Passes events on to everyone who listens. Whoever listens too slowly gets one event that says "read everything again".</summary>
internal sealed class EventHub
{
    private readonly Lock _gate = new();
    private readonly HashSet<EventSubscription> _subscriptions = [];

    public int SubscriberCount
    {
        get
        {
            lock (_gate)
            {
                return _subscriptions.Count;
            }
        }
    }

    /// <summary>Listens from now on; dispose of it to stop.</summary>
    public EventSubscription Subscribe()
    {
        var subscription = new EventSubscription(Remove);
        lock (_gate)
        {
            _subscriptions.Add(subscription);
        }

        return subscription;
    }

    public void Publish(ServerEvent happened)
    {
        lock (_gate)
        {
            foreach (var subscription in _subscriptions)
            {
                subscription.Send(happened);
            }
        }
    }

    private void Remove(EventSubscription subscription)
    {
        lock (_gate)
        {
            _subscriptions.Remove(subscription);
        }
    }
}
