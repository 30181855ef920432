using SessionState.Dashboard.SignIn;
using SessionState.Dashboard.SignIn.Sessions;

namespace SessionState.Dashboard.Security;

/// <summary>Closes the connections of open pages when their session ends. Such pages make no other request that could be refused.</summary>
internal static class SessionConnections
{
    /// <summary>Nothing is carried out any more in this time; it is for what the page has yet to be told.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    public static void UseSessionConnections(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (context.Request.Path != OriginGuard.CircuitPath || context.User.SessionId() is not { } session)
        {
            await next(context);
            return;
        }

        var sessions = context.RequestServices.GetRequiredService<SessionBook>();
        using var connection = new Connection(context);
        void OnEnded(string key) => connection.CloseIfOf(key, SessionBook.KeyOf(session));
        sessions.Ended += OnEnded;
        try
        {
            await next(context);
        }
        finally
        {
            sessions.Ended -= OnEnded;
        }
    });

    // A request that is over must not be aborted: its place may be taken by another one.
    private sealed class Connection(HttpContext context) : IDisposable
    {
        private readonly Lock _gate = new();
        private readonly CancellationTokenSource _over = new();
        private bool _isOver;

        public void CloseIfOf(string ended, string own)
        {
            if (ended == own)
            {
                _ = CloseLaterAsync(_over.Token);
            }
        }

        public void Dispose()
        {
            lock (_gate)
            {
                _isOver = true;
            }

            _over.Cancel();
            _over.Dispose();
        }

        private async Task CloseLaterAsync(CancellationToken over)
        {
            await Task.Delay(Grace, over).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            lock (_gate)
            {
                if (!_isOver)
                {
                    context.Abort();
                }
            }
        }
    }
}
