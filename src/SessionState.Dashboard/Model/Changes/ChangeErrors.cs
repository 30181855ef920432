namespace SessionState.Dashboard.Model.Changes;

/// <summary>What is missing or wrong in a <see cref="ChangeForm"/>, a sentence by field; null where the field is right.</summary>
public sealed record ChangeErrors(string? Value, string? Reason, string? Ticket, string? End)
{
    public static ChangeErrors None { get; } = new(null, null, null, null);

    public bool Any => Value is not null || Reason is not null || Ticket is not null || End is not null;
}
