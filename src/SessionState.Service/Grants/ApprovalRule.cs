namespace SessionState.Service.Grants;

/// <summary>Which changes take a second person. It stands in the policy, beside the grants.</summary>
internal sealed record ApprovalRule
{
    public const int MaxHours = 720;

    /// <summary>What holds where the policy says nothing.</summary>
    public static ApprovalRule Standard { get; } = new();

    /// <summary>No change takes a second person.</summary>
    public static ApprovalRule None { get; } = new() { WholeServer = false, Locks = false, SharedConfiguration = false, Applications = 0 };

    /// <summary>Changes of the server's own level.</summary>
    public bool WholeServer { get; init; } = true;

    /// <summary>Locking, unlocking, and letting a lock be inherited, wherever.</summary>
    public bool Locks { get; init; } = true;

    /// <summary>Changes of an applicationHost.config that other servers read, too.</summary>
    public bool SharedConfiguration { get; init; } = true;

    /// <summary>Changes that are felt in more applications than this; 0: however many they are.</summary>
    public int Applications { get; init; } = 25;

    /// <summary>How long a request waits for its decision, and an approval for its change.</summary>
    public int Hours { get; init; } = 24;
}
