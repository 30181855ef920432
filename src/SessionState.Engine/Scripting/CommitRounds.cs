namespace SessionState.Engine.Scripting;

/// <summary>
/// Steps that one commit of IIS's administration objects makes. Their commit path may not change while a change is pending (0x800700DD).
/// </summary>
internal static class CommitRounds
{
    public static IEnumerable<IReadOnlyList<ScriptStep>> Of(IReadOnlyList<ScriptStep> steps)
    {
        for (var index = 0; index < steps.Count;)
        {
            var first = steps[index];
            var round = steps.Skip(index)
                .TakeWhile(step => step.CommitPath.Equals(first.CommitPath, StringComparison.OrdinalIgnoreCase))
                .ToList();
            yield return round;
            index += round.Count;
        }
    }
}
