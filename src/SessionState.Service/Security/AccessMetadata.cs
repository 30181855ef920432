namespace SessionState.Service.Security;

internal sealed record AccessMetadata(Access Access);

internal static class AccessExtensions
{
    /// <summary>Says what the endpoints ask of their caller.</summary>
    public static TBuilder Requires<TBuilder>(this TBuilder builder, Access access)
        where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(new AccessMetadata(access));
}
