namespace SessionState.AppCmd.Tests.Support;

/// <summary>What a run printed, byte for byte, and its exit code.</summary>
internal sealed record Transcript(int ExitCode, string Output, string Error);
