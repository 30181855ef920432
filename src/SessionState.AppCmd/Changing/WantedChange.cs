using SessionState.Contracts;

namespace SessionState.AppCmd.Changing;

/// <summary>What a command asks the Service to do at a node.</summary>
/// <param name="Action">What.</param>
/// <param name="Name">Full name of the setting, or of the section for locks.</param>
/// <param name="Value">The value; null for locks.</param>
/// <param name="HasBestCommit">Whether the Service chooses the file where <c>/commit:</c> is not given; else it is the node's own.</param>
/// <param name="Applied">What is printed once it is done.</param>
internal sealed record WantedChange(
    ChangeAction Action, string Name, string? Value, bool HasBestCommit, Func<ChangeTarget, string> Applied);
