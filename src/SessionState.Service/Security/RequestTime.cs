namespace SessionState.Service.Security;

/// <summary>How long an endpoint may take.</summary>
internal enum RequestTime
{
    /// <summary>Half a minute: more is no answer to a person who waits. What an endpoint does not say otherwise.</summary>
    Short,

    /// <summary>As long as its caller waits: it goes through the whole audit, or waits for its turn to write and says itself when that is too long.</summary>
    Long,

    /// <summary>As long as its caller listens, and it takes no place of those who work.</summary>
    Endless,
}

internal static class RequestTimeExtensions
{
    public static TBuilder Takes<TBuilder>(this TBuilder builder, RequestTime time)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new RequestTimeMetadata(time));

    public static RequestTime TimeOf(this HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<RequestTimeMetadata>()?.Time ?? RequestTime.Short;

    private sealed record RequestTimeMetadata(RequestTime Time);
}
