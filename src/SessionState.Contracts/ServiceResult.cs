using System.Diagnostics.CodeAnalysis;

namespace SessionState.Contracts;

/// <summary>An answer of the Service: a value, or the problem that stood in its way.</summary>
public sealed class ServiceResult<T>
    where T : class
{
    private ServiceResult(T? value, Problem? problem)
    {
        Value = value;
        Problem = problem;
    }

    /// <summary>The value; null exactly when <see cref="Problem"/> is not.</summary>
    public T? Value { get; }

    /// <summary>The problem; null exactly when <see cref="Value"/> is not.</summary>
    public Problem? Problem { get; }

    public static implicit operator ServiceResult<T>(T value) => new(value, null);

    public static implicit operator ServiceResult<T>(Problem problem) => new(null, problem);

    /// <summary>True, with the value, when there is no problem.</summary>
    public bool Succeeded([NotNullWhen(true)] out T? value, [NotNullWhen(false)] out Problem? problem)
    {
        value = Value;
        problem = Problem;
        return value is not null;
    }
}
