namespace SessionState.Service.Security;

/// <summary>Ends what takes longer than its endpoint may; see <see cref="RequestTime"/>.</summary>
internal sealed class RequestTimeLimit(RequestDelegate next, TimeProvider time)
{
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    public async Task InvokeAsync(HttpContext context)
    {
        if (context.TimeOf() != RequestTime.Short)
        {
            await next(context);
            return;
        }

        var callerLeft = context.RequestAborted;
        using var late = new CancellationTokenSource(Longest, time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(callerLeft, late.Token);
        context.RequestAborted = end.Token;
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested && !callerLeft.IsCancellationRequested && !context.Response.HasStarted)
        {
            context.Response.StatusCode = StatusCodes.Status504GatewayTimeout;
        }
        finally
        {
            context.RequestAborted = callerLeft;
        }
    }
}
