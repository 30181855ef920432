namespace SessionState.Service.Security;

/// <summary>
/// Takes a request's body in, whole, before anything is done with it: it is small and must be there within seconds, so that nobody who
/// sends slowly keeps a writer waiting.
/// </summary>
internal sealed class RequestBody(RequestDelegate next, TimeProvider time)
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public async Task InvokeAsync(HttpContext context)
    {
        // Not where the framework answers: its 404, 405 and 415 need no body.
        if (context.GetEndpoint() is not RouteEndpoint || !HttpMethods.IsPost(context.Request.Method))
        {
            await next(context);
            return;
        }

        if (await TryReadAsync(context) is { } status)
        {
            context.Response.StatusCode = status;
            return;
        }

        await next(context);
    }

    /// <summary>The status to refuse with; null where the body is there.</summary>
    private async Task<int?> TryReadAsync(HttpContext context)
    {
        using var late = new CancellationTokenSource(Patience, time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, late.Token);
        var body = new MemoryStream();
        try
        {
            await context.Request.Body.CopyToAsync(body, end.Token);
            body.Position = 0;
            context.Request.Body = body;
            return null;
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested && !context.RequestAborted.IsCancellationRequested)
        {
            context.Response.Headers.Connection = "close";
            return StatusCodes.Status408RequestTimeout;
        }
        catch (BadHttpRequestException refused)
        {
            return refused.StatusCode;
        }
    }
}
