using Microsoft.AspNetCore.Http;
using SessionState.Service.Security;

namespace SessionState.Service.Tests.Security;

/// <summary>ASVS 2.4.1.</summary>
public sealed class RequestPlacesTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Invoke_AllPlacesTaken_WaitsAndGoesOnWhenOneLeaves()
    {
        var work = new Work();
        using var places = new RequestPlaces(work.RunAsync);
        var first = Enumerable.Range(0, RequestPlaces.InFlight).Select(_ => places.InvokeAsync(new DefaultHttpContext())).ToList();

        var waiting = places.InvokeAsync(new DefaultHttpContext());
        Assert.Equal(RequestPlaces.InFlight, work.Begun);
        work.LetTheFirstGo();
        await work.OneMoreThanFits.WaitAsync(Cancel);
        await first[0];

        work.LetAllGo();
        await waiting;
    }

    [Fact]
    public async Task Invoke_TooManyWait_IsSentAwayAtOnce()
    {
        var work = new Work();
        using var places = new RequestPlaces(work.RunAsync);
        var admitted = Enumerable.Range(0, RequestPlaces.InFlight + RequestPlaces.Waiting)
            .Select(_ => places.InvokeAsync(new DefaultHttpContext())).ToList();
        var context = new DefaultHttpContext();

        await places.InvokeAsync(context);

        Assert.Equal(StatusCodes.Status503ServiceUnavailable, context.Response.StatusCode);
        work.LetAllGo();
        await Task.WhenAll(admitted).WaitAsync(Cancel);
        Assert.Equal(admitted.Count, work.Begun);
    }

    [Fact]
    public async Task Invoke_ListenersToEvents_TakeNoPlace()
    {
        var work = new Work();
        using var places = new RequestPlaces(work.RunAsync);
        var listeners = Enumerable.Range(0, RequestPlaces.InFlight + 1).Select(_ => places.InvokeAsync(Requests.Taking(RequestTime.Endless))).ToList();

        var request = places.InvokeAsync(new DefaultHttpContext());

        Assert.Equal(RequestPlaces.InFlight + 2, work.Begun);
        work.LetAllGo();
        await Task.WhenAll([request, .. listeners]);
    }

    private sealed class Work
    {
        private readonly TaskCompletionSource _all = new();
        private readonly TaskCompletionSource _first = new();
        private readonly TaskCompletionSource _oneMore = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _begun;

        public Task OneMoreThanFits => _oneMore.Task;

        public int Begun => _begun;

        public async Task RunAsync(HttpContext context)
        {
            var number = Interlocked.Increment(ref _begun);
            if (number > RequestPlaces.InFlight)
            {
                _oneMore.TrySetResult();
            }

            await (number == 1 ? Task.WhenAny(_first.Task, _all.Task) : _all.Task);
        }

        public void LetTheFirstGo() => _first.SetResult();

        public void LetAllGo() => _all.SetResult();
    }
}
