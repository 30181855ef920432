namespace SessionState.Files;

/// <summary>The right to change a set: at most one in the world for one history folder. Dispose of it to let the next one in.</summary>
public sealed class ChangeLock : IDisposable
{
    private Action? _release;

    internal ChangeLock(Action release) => _release = release;

    /// <summary>False after <see cref="Dispose"/>.</summary>
    internal bool IsHeld => _release is not null;

    /// <summary>Gives the right back.</summary>
    public void Dispose() => Interlocked.Exchange(ref _release, null)?.Invoke();
}
