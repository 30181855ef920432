namespace SessionState.Contracts;

/// <summary>Whether what a setting needs is there.</summary>
public enum RequirementState
{
    /// <summary>It is there.</summary>
    Met,

    /// <summary>The files say that it is not there.</summary>
    Missing,

    /// <summary>The files do not tell.</summary>
    Unknown,

    /// <summary>Nothing here needs it.</summary>
    NotUsed,
}

/// <summary>Something that must be so before a session setting has an effect at a node, or can be changed there.</summary>
/// <param name="Name">For people: "Classic ASP is installed".</param>
/// <param name="State">Whether it is so.</param>
/// <param name="Sentence">What the files say.</param>
/// <param name="File">The file that says so; null for none.</param>
/// <param name="Line">The line, from 1; null for none.</param>
/// <param name="Remedy">What to do about it; null where there is nothing to do.</param>
public sealed record RequirementInfo(
    string Name, RequirementState State, string Sentence, string? File, int? Line, string? Remedy);
