namespace SessionState.Service.Security;

internal sealed record AccessMetadata(Access Access);

internal static class AccessExtensions
{
    private static readonly int[] RefusalsOfReading = [400, 404, 409, 422, 503];
    private static readonly int[] RefusalsOfChanging = [400, 403, 404, 409, 413, 415, 422, 423, 500, 503];

    /// <summary>Says what the endpoints ask of their caller, and for the OpenAPI document how they may refuse.</summary>
    public static TBuilder Requires<TBuilder>(this TBuilder builder, Access access)
        where TBuilder : IEndpointConventionBuilder
    {
        foreach (var status in access == Access.Read ? RefusalsOfReading : RefusalsOfChanging)
        {
            builder.ProducesProblem(status);
        }

        return builder.WithMetadata(new AccessMetadata(access));
    }
}
