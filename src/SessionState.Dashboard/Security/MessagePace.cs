using Microsoft.AspNetCore.SignalR;

namespace SessionState.Dashboard.Security;

/// <summary>
/// Slows down a page that sends more messages than a person can cause. The next message of a connection is read only after the one before
/// was carried out, so it is that page alone that waits.
/// </summary>
internal sealed class MessagePace(TimeProvider time) : IHubFilter
{
    public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocation, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        var items = invocation.Context.Items;
        if (!items.TryGetValue(typeof(Bucket), out var found))
        {
            items[typeof(Bucket)] = found = new Bucket(time);
        }

        if (((Bucket)found!).Take() is { Ticks: > 0 } wait)
        {
            await Task.Delay(wait, time, invocation.Context.ConnectionAborted);
        }

        return await next(invocation);
    }

    /// <summary>What one connection may still send at once; refilled all the time.</summary>
    internal sealed class Bucket(TimeProvider time)
    {
        // Scrolling through a long list causes some 180 messages a second.
        public const int PerSecond = 200;
        public const int AtOnce = 500;

        private static readonly TimeSpan Each = TimeSpan.FromSeconds(1) / PerSecond;

        private readonly long _start = time.GetTimestamp();
        private TimeSpan _full;

        /// <summary>How long the message has to wait.</summary>
        public TimeSpan Take()
        {
            var now = time.GetElapsedTime(_start);
            _full = (_full > now ? _full : now) + Each;
            var wait = _full - now - (Each * AtOnce);
            return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
        }
    }
}
