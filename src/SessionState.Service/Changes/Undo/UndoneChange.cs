using System.Collections.Immutable;
using SessionState.Contracts;

namespace SessionState.Service.Changes.Undo;

/// <summary>A change that is to be taken back: value by value, in the places that it wrote, and not file by file.</summary>
/// <param name="ChangeId">The change.</param>
/// <param name="Targets">Its targets, the last one first: what was done last is undone first.</param>
/// <param name="AuditSequence">Its last audit record.</param>
internal sealed record UndoneChange(Guid ChangeId, ImmutableArray<UndoneTarget> Targets, long AuditSequence)
{
    public ChangeRequest ToRequest() => new([.. Targets.Select(target => target.Back)], "");
}
