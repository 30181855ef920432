using Microsoft.AspNetCore.Http.Metadata;

namespace SessionState.Service.Endpoints;

/// <summary>How long a request's body may be at one address, where the common limit is too short.</summary>
internal sealed record BodyLimit(long? MaxRequestBodySize) : IRequestSizeLimitMetadata
{
    /// <summary>Room for a change of a thousand targets.</summary>
    public static BodyLimit Change { get; } = new(1024 * 1024);
}
