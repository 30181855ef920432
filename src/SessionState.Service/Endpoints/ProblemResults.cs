using Microsoft.AspNetCore.Http.HttpResults;
using SessionState.Contracts;

namespace SessionState.Service.Endpoints;

/// <summary>Problems as answers: RFC 9457, with our stable code and what helps as extension members.</summary>
internal static class ProblemResults
{
    public static ProblemHttpResult ToResult(this Problem problem) => TypedResults.Problem(
        problem.Detail, statusCode: problem.Status, title: problem.Title, extensions: Extensions(problem));

    public static Results<Ok<T>, ProblemHttpResult> ToResult<T>(this ServiceResult<T> result)
        where T : class =>
        result.Succeeded(out var value, out var problem) ? TypedResults.Ok(value) : problem.ToResult();

    private static IEnumerable<KeyValuePair<string, object?>> Extensions(Problem problem)
    {
        yield return new("code", problem.Code);
        if (problem.Remedy is not null)
        {
            yield return new("remedy", problem.Remedy);
        }

        if (problem.File is not null)
        {
            yield return new("file", problem.File);
        }

        if (problem.Line is not null)
        {
            yield return new("line", problem.Line);
        }

        if (problem.Field is not null)
        {
            yield return new("field", problem.Field);
        }
    }
}
