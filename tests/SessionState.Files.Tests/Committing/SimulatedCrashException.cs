namespace SessionState.Files.Tests.Committing;

/// <summary>Leaves a commit as a crash does: nothing catches it, nothing is taken back.</summary>
internal sealed class SimulatedCrashException : Exception;
