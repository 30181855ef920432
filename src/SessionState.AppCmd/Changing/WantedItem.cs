using SessionState.Contracts;

namespace SessionState.AppCmd.Changing;

/// <summary>One of the things that a command asks for.</summary>
/// <param name="Action">What.</param>
/// <param name="Name">Full name of the setting, or of the section for locks.</param>
/// <param name="Value">The value; null for all but set.</param>
internal sealed record WantedItem(ChangeAction Action, string Name, string? Value = null);
