namespace SessionState.Service.Audit.Checkpoints;

/// <summary>A signed checkpoint that was given out, or could have been. It binds us: no later one may contradict it.</summary>
internal sealed record CheckpointRow
{
    /// <summary>Number of records it covers.</summary>
    public long Size { get; init; }

    /// <summary>Milliseconds since 1970, UTC.</summary>
    public long At { get; init; }

    /// <summary>The signed note, whole.</summary>
    public required string Text { get; init; }

    /// <summary>True where it names the key that signs from here on.</summary>
    public bool IsRotation { get; init; }
}
