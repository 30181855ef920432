using SessionState.Contracts;

namespace SessionState.Service.Security;

/// <summary>Says at the endpoints what they ask of their caller, and for the OpenAPI document how they may refuse.</summary>
internal static class Access
{
    private static readonly int[] Refusals = [400, 403, 404, 409, 413, 415, 422, 423, 500, 503];

    /// <summary>An admitted process, which need not name anybody: nothing is told but how the Service fares.</summary>
    public static TBuilder RequiresProcess<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder => builder.ProducesProblem(503).WithMetadata(new AccessMetadata(false, []));

    /// <summary>Somebody who is named, whatever they may do.</summary>
    public static TBuilder RequiresPerson<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder => builder.Refusing().WithMetadata(new AccessMetadata(true, []));

    /// <summary>Somebody who has one of these permissions somewhere.</summary>
    public static TBuilder Requires<TBuilder>(this TBuilder builder, params Permission[] anyOf)
        where TBuilder : IEndpointConventionBuilder => builder.Refusing().WithMetadata(new AccessMetadata(true, [.. anyOf]));

    /// <summary>The same for what changes something.</summary>
    public static TBuilder RequiresToChange<TBuilder>(this TBuilder builder, params Permission[] anyOf)
        where TBuilder : IEndpointConventionBuilder => builder.Refusing().WithMetadata(new AccessMetadata(true, [.. anyOf]) { IsChange = true });

    private static TBuilder Refusing<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder
    {
        foreach (var status in Refusals)
        {
            builder.ProducesProblem(status);
        }

        return builder;
    }
}
