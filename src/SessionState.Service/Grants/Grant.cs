namespace SessionState.Service.Grants;

/// <summary>Somebody has a role at a place. Grants only ever add up; none takes away.</summary>
internal sealed record Grant
{
    public required Guid Id { get; init; }

    public required Subject Subject { get; init; }

    /// <summary>What people call the subject, for display only.</summary>
    public string? SubjectName { get; init; }

    public required Role Role { get; init; }

    public required Scope Scope { get; init; }

    /// <summary>The one setting that may be changed; null for all. What may be read is not narrowed by it.</summary>
    public string? Setting { get; init; }

    /// <summary>Ends by itself then; null for never.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Who gave it, for display only.</summary>
    public required string GivenBy { get; init; }

    public required DateTimeOffset GivenAt { get; init; }

    public string? Reason { get; init; }

    public bool HoldsAt(DateTimeOffset now) => Until is not { } end || now < end;
}
