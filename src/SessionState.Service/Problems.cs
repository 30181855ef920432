using SessionState.Contracts;

namespace SessionState.Service;

/// <summary>Problems that more than one place has.</summary>
internal static class Problems
{
    /// <summary>A member of the request is wrong.</summary>
    public static Problem Invalid(string field, string detail, string? remedy = null) =>
        new(ProblemCodes.Invalid, "The request cannot be carried out", detail, 422) { Field = field, Remedy = remedy };
}
