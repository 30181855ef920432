using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace SessionState.Service.Endpoints;

/// <summary>Tells the OpenAPI document which words a <see cref="Word{T}"/> parameter knows; by itself it would say "a string".</summary>
internal static class WordParameters
{
    public static Task Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        foreach (var described in context.Description.ParameterDescriptions)
        {
            var parameter = operation.Parameters?.FirstOrDefault(parameter => parameter.Name == described.Name);
            if (parameter?.Schema is OpenApiSchema schema && WordsOf(described.ParameterDescriptor.ParameterType) is { } words)
            {
                schema.Enum = [.. words.Select(word => JsonValue.Create(word))];
            }
        }

        return Task.CompletedTask;
    }

    private static IEnumerable<string>? WordsOf(Type parameter)
    {
        var type = Nullable.GetUnderlyingType(parameter) ?? parameter;
        return type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Word<>)
            ? (IEnumerable<string>)type.GetProperty(nameof(Word<>.All))!.GetValue(null)!
            : null;
    }
}
