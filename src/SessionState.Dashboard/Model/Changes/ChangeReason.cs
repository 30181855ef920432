using SessionState.Contracts;

namespace SessionState.Dashboard.Model.Changes;

/// <summary>The reason and the ticket that go with every change, as people type them.</summary>
public static class ChangeReason
{
    /// <summary>What is wrong with a reason; null where nothing is.</summary>
    public static string? Check(string reason) => string.IsNullOrWhiteSpace(reason) ? "Say why. The audit keeps the reason."
        : reason.Trim().Length > ApplyChangeRequest.MaxReasonLength ? $"At most {ApplyChangeRequest.MaxReasonLength} characters." : null;

    /// <summary>A ticket as it is sent; null where none was typed.</summary>
    public static string? Ticket(string typed) => typed.Trim() is { Length: > 0 } ticket ? ticket : null;
}
