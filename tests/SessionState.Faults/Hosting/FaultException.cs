namespace SessionState.Faults.Hosting;

/// <summary>What must hold does not.</summary>
internal sealed class FaultException(string message) : Exception(message);
