using SessionState.Service.Grants;

namespace SessionState.Service.Changes.Approvals;

/// <summary>Where a change is felt and what it is about, said as shortly as possible: somebody who may there may at all of it.</summary>
internal static class ApprovalReach
{
    public static IReadOnlyList<string> Of(PlannedChange change) =>
        [.. View.Of(ChangePolicy.Reached(change).Select(path => new Scope(path))).Scopes.Select(scope => scope.Path)];

    public static IReadOnlyList<string> SettingsOf(PlannedChange change) => [.. change.Targets.Select(target => target.Wish.Name).Distinct()];
}
