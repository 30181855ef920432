using System.Collections.Immutable;
using SessionState.Engine.Text;

namespace SessionState.Engine.Editing;

/// <summary>What to change in one document: changes (none: nothing to do), or why it cannot be changed safely.</summary>
internal readonly record struct DocumentEdit(ImmutableArray<TextChange> Changes, EditRefusal? Refusal)
{
    public static DocumentEdit Nothing { get; } = new([], null);

    public static DocumentEdit Change(TextChange change) => new([change], null);

    public static DocumentEdit Refuse(EditRefusal refusal) => new([], refusal);
}
