using SessionState.Contracts;

namespace SessionState.Service.Changes.Undo;

/// <summary>One target of a change that is to be taken back.</summary>
/// <param name="Back">What puts it back.</param>
/// <param name="Wrote">What the change left in the place that it wrote; anything else there now was put there by somebody since.</param>
internal sealed record UndoneTarget(ChangeTarget Back, string? Wrote);
