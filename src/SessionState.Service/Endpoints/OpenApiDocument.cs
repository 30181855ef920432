using SessionState.Contracts;
using SessionState.Service.Security;

namespace SessionState.Service.Endpoints;

/// <summary>The contract as an OpenAPI document; a copy of it is checked in and compared by a test.</summary>
internal static class OpenApiDocument
{
    public static void AddOpenApiDocument(this IServiceCollection services) => services.AddOpenApi(options =>
    {
        options.AddOperationTransformer(WordParameters.Describe);
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new()
            {
                Title = "Session State Service",
                Version = "v1",
                Description = $"Served on a local socket or pipe only. Changes name the person they are made for in the header {ActingUser.HeaderName}.",
            };
            document.Servers = [];
            return Task.CompletedTask;
        });
    });

    public static void MapOpenApiDocument(this IEndpointRouteBuilder routes) =>
        routes.MapOpenApi(ServiceRoutes.OpenApi).RequiresProcess();
}
