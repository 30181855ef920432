namespace SessionState.Service.Transport;

/// <summary>The calling process as the operating system names it; a feature of every admitted connection.</summary>
/// <param name="Uid">Its user on Linux; null on Windows.</param>
/// <param name="Pid">Its process id, for the log only; null on Windows.</param>
/// <param name="Sid">Its user on Windows; null on Linux.</param>
internal sealed record PeerIdentity(uint? Uid, int? Pid, string? Sid = null);
