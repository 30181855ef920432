using System.Diagnostics.CodeAnalysis;
using SessionState.Engine.Text;

namespace SessionState.Files;

/// <summary>A loaded set, or why there is none: applicationHost.config is missing or out of reach.</summary>
public sealed class LoadResult
{
    private LoadResult(ConfigurationSet? set, Diagnostic? problem)
    {
        Set = set;
        Problem = problem;
    }

    /// <summary>The set; null where there is a <see cref="Problem"/>.</summary>
    public ConfigurationSet? Set { get; }

    /// <summary>Why nothing was loaded, and what to do; null where there is a <see cref="Set"/>.</summary>
    public Diagnostic? Problem { get; }

    /// <summary>True where there is a <see cref="Set"/>.</summary>
    [MemberNotNullWhen(true, nameof(Set))]
    [MemberNotNullWhen(false, nameof(Problem))]
    public bool IsLoaded => Set is not null;

    internal static LoadResult Loaded(ConfigurationSet set) => new(set, null);

    internal static LoadResult Failed(Diagnostic problem) => new(null, problem);
}
