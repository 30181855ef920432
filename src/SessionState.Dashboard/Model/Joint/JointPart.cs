using SessionState.Contracts;

namespace SessionState.Dashboard.Model.Joint;

/// <summary>One of several things that are to be changed together.</summary>
/// <param name="Target">What.</param>
/// <param name="Title">The setting, for people.</param>
/// <param name="Type">Type of its value.</param>
public sealed record JointPart(ChangeTarget Target, string Title, SettingType Type)
{
    /// <summary>What the part means and what follows from it; null where there is nothing to explain.</summary>
    public string? Explanation { get; init; }

    /// <summary>Why it is not possible; null where it is.</summary>
    public string? Impossible { get; init; }
}
