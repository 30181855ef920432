namespace SessionState.AppCmd.Output;

/// <summary>Whoever read the output has gone, as <c>head</c> does: an end, not an error.</summary>
internal sealed class OutputClosedException(IOException inner) : Exception(inner.Message, inner);
