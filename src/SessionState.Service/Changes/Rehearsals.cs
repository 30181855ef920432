using SessionState.Engine.Editing;

namespace SessionState.Service.Changes;

/// <summary>The rehearsals of several targets as one.</summary>
internal static class Rehearsals
{
    public static Rehearsal Join(IEnumerable<Rehearsal> rehearsals)
    {
        var all = rehearsals.Where(rehearsal => !rehearsal.IsNothing).ToList();
        return all switch
        {
            [] => Rehearsal.Nothing,
            [var only] => only,
            _ => new(
                [.. all.SelectMany(one => one.StartFailing).Distinct()],
                [.. all.SelectMany(one => one.StopFailing).Distinct()],
                [.. all.SelectMany(one => one.GainOverride).DistinctBy(node => node.Path)],
                [.. all.SelectMany(one => one.LoseOverride).DistinctBy(node => node.Path)]),
        };
    }
}
