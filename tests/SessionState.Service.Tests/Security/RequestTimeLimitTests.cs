using Microsoft.AspNetCore.Http;
using SessionState.Service.Security;
using SessionState.Tests.Shared;

namespace SessionState.Service.Tests.Security;

public sealed class RequestTimeLimitTests
{
    private readonly ManualTime _time = new();

    [Fact]
    public async Task Invoke_TakesTooLong_IsEndedAndSaysSo()
    {
        var context = Requests.Taking(RequestTime.Short);
        var request = new RequestTimeLimit(UntilAbortedAsync, _time).InvokeAsync(context);

        _time.Advance(RequestTimeLimit.Longest - TimeSpan.FromMilliseconds(1));
        Assert.False(request.IsCompleted);
        _time.Advance(TimeSpan.FromMilliseconds(1));
        await request;

        Assert.Equal(StatusCodes.Status504GatewayTimeout, context.Response.StatusCode);
        Assert.False(context.RequestAborted.IsCancellationRequested);
    }

    [Theory]
    [InlineData(RequestTime.Long)]
    [InlineData(RequestTime.Endless)]
    internal async Task Invoke_MayTakeItsTime_IsNotEnded(RequestTime time)
    {
        using var caller = new CancellationTokenSource();
        var context = Requests.Taking(time);
        context.RequestAborted = caller.Token;
        var request = new RequestTimeLimit(UntilAbortedAsync, _time).InvokeAsync(context);

        _time.Advance(TimeSpan.FromDays(1));
        Assert.False(request.IsCompleted);

        await caller.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => request);
    }

    [Fact]
    public async Task Invoke_CallerHangsUp_IsNoTimeout()
    {
        using var caller = new CancellationTokenSource();
        var context = Requests.Taking(RequestTime.Short);
        context.RequestAborted = caller.Token;
        var request = new RequestTimeLimit(UntilAbortedAsync, _time).InvokeAsync(context);

        await caller.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => request);
        Assert.Equal(StatusCodes.Status200OK, context.Response.StatusCode);
    }

    private static Task UntilAbortedAsync(HttpContext context) => Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted);
}
