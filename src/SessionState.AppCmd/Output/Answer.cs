namespace SessionState.AppCmd.Output;

/// <summary>What a command that went no further prints, and its exit code.</summary>
/// <param name="ExitCode">One of <see cref="Output.ExitCode"/>.</param>
/// <param name="Text">The recorded text, byte for byte, for standard output; may be "".</param>
/// <param name="Explanation">What is wrong and what works, in plain words, for standard error; null for nothing.</param>
internal sealed record Answer(int ExitCode, string Text, string? Explanation = null);
