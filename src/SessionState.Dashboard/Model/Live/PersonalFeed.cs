using SessionState.Contracts;
using SessionState.Dashboard.Model.Frame;

namespace SessionState.Dashboard.Model.Live;

/// <summary>
/// The feed of the person at one browser window. What they may do is asked again when grants change and once a minute, because a grant
/// may have run out; then another feed is followed.
/// </summary>
public sealed class PersonalFeed(ServerFeeds feeds, PersonalService service, CurrentPerson person, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan AskEvery = TimeSpan.FromMinutes(1);

    private static readonly Problem NothingGranted = new(
        ProblemCodes.Forbidden, "Nothing is granted to you", "You are signed in, but no grant lets you see anything of this server yet.", 403)
    {
        Remedy = "Ask somebody who manages grants on this server. Whoever runs it can give the first ones; docs/access.md says how.",
    };

    private readonly SemaphoreSlim _turn = new(1);
    private (ServerFeed Feed, ActingUser Person)? _joined;
    private FeedState _alone = FeedState.Initial;
    private ITimer? _timer;
    private string? _policy;
    private bool _disposed;

    /// <summary>Raised on another thread; a handler must not wait.</summary>
    public event Action<FeedChange>? Changed;

    public FeedState Current => _joined?.Feed.Current ?? _alone;

    /// <summary>What the person may do; nothing until it is known.</summary>
    public OwnRights Rights { get; private set; } = OwnRights.None;

    /// <summary>Begins to follow; once is enough.</summary>
    public void Follow()
    {
        if (_timer is null && !_disposed)
        {
            _timer = time.CreateTimer(_ => _ = AskAsync(), null, AskEvery, AskEvery);
            _ = AskAsync();
        }
    }

    public void RetryNow()
    {
        if (_joined is { } joined)
        {
            joined.Feed.RetryNow();
        }
        else
        {
            _ = AskAsync();
        }
    }

    public void Dispose()
    {
        _disposed = true;
        _timer?.Dispose();
        Leave();
    }

    private async Task AskAsync()
    {
        await _turn.WaitAsync();
        try
        {
            if (!_disposed)
            {
                var me = await person.GetAsync();
                Take(me, await service.GetMyAccessAsync(CancellationToken.None));
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    private void Take(ActingUser? me, ServiceResult<MyAccess> answer)
    {
        if (!answer.Succeeded(out var access, out var problem))
        {
            // Who followed a feed hears of the trouble from there.
            if (_joined is null)
            {
                Stay(problem);
            }

            return;
        }

        Rights = new(access);
        if (me is null || !Rights.May(Permission.TreeRead))
        {
            Leave();
            Stay(NothingGranted);
        }
        else if (_joined is not { } joined || joined.Feed.Readers.View != access.View || joined.Person != me)
        {
            Leave();
            Join(me, access.View);
        }
        else
        {
            Tell(new(Current, [], null, false));
        }
    }

    private void Join(ActingUser me, string view)
    {
        var feed = feeds.Join(me, view);
        _joined = (feed, me);
        _policy = feed.Current.Policy;
        feed.Changed += OnChanged;
        feed.Readers.LetGo += OnLetGo;
        Tell(new(feed.Current, [], null, false));
    }

    private void Leave()
    {
        if (_joined is { } joined)
        {
            joined.Feed.Changed -= OnChanged;
            joined.Feed.Readers.LetGo -= OnLetGo;
            feeds.Leave(joined.Feed, joined.Person);
            _joined = null;
        }
    }

    private void Stay(Problem problem)
    {
        _alone = FeedState.Initial with { Problem = problem };
        Tell(new(_alone, [], null, false));
    }

    private void OnChanged(FeedChange change)
    {
        if (change.State.Policy != _policy)
        {
            _policy = change.State.Policy;
            _ = AskAsync();
        }

        Tell(change);
    }

    private void OnLetGo(ActingUser who)
    {
        if (who == _joined?.Person)
        {
            _ = AskAsync();
        }
    }

    private void Tell(FeedChange change) => Changed?.Invoke(change);
}
