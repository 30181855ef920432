using System.Threading.RateLimiting;

namespace SessionState.Service.Security;

/// <summary>Lets a bounded number of requests be worked on at once and a bounded number wait; who comes then is sent away at once.</summary>
internal sealed class RequestPlaces(RequestDelegate next) : IDisposable
{
    public const int InFlight = 32;
    public const int Waiting = 64;

    private readonly ConcurrencyLimiter _places = new(new()
    {
        PermitLimit = InFlight,
        QueueLimit = Waiting,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    public async Task InvokeAsync(HttpContext context)
    {
        if (context.TimeOf() == RequestTime.Endless)
        {
            await next(context);
            return;
        }

        using var place = await _places.AcquireAsync(1, context.RequestAborted);
        if (place.IsAcquired)
        {
            await next(context);
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
    }

    public void Dispose() => _places.Dispose();
}
