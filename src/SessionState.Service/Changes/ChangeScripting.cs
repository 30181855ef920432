using System.Diagnostics;
using SessionState.Contracts;
using SessionState.Engine.Scripting;
using SessionState.Service.Diffs;
using SessionState.Service.Security;
using EngineLanguage = SessionState.Engine.Scripting.ScriptLanguage;
using ScriptLanguage = SessionState.Contracts.ScriptLanguage;

namespace SessionState.Service.Changes;

/// <summary>A change as a script for the server itself. Whoever may not make a change gets no script for it either.</summary>
internal sealed class ChangeScripting(ChangePreviews previews, ChangePolicy policy)
{
    public ServiceResult<ChangeScripts> Write(Caller caller, ChangeScriptsRequest request)
    {
        if (!previews.Plan(caller, request.Change).Succeeded(out var planned, out var problem))
        {
            return problem;
        }

        return request.Language == ScriptLanguage.UnifiedDiff
            ? new ChangeScripts(Diff(caller, planned, isUndo: false), Diff(caller, planned, isUndo: true))
            : new ChangeScripts(Write(request.Language, ToApply(planned)), Write(request.Language, ToUndo(planned)));
    }

    private static List<ScriptStep> ToApply(PlannedChange planned) =>
        [.. planned.Targets.Select(target => ScriptSteps.Of(target.Plan, planned.Plan.After))];

    private static List<ScriptStep> ToUndo(PlannedChange planned) =>
        [.. planned.Targets.Reverse().Select(target => ScriptSteps.Undo(target.Plan, planned.Snapshot.Server))];

    private static ScriptInfo Write(ScriptLanguage language, List<ScriptStep> steps)
    {
        var script = ScriptGenerator.Write(ToEngine(language), steps);
        return new(script.Text, script.FileText, script.Impossible, script.Notes);
    }

    private ScriptInfo Diff(Caller caller, PlannedChange planned, bool isUndo)
    {
        if (planned.IsNothing)
        {
            return Impossible("The files already say so: there is nothing to change in them.");
        }

        if (!policy.ShowsAll(caller))
        {
            return Impossible("A diff holds the lines around the change, and you may not see all of this server's configuration.");
        }

        var diff = UnifiedDiff.Write(planned.Plan.Files, isUndo, out var obstacle);
        return diff is null ? Impossible(obstacle!) : new(diff, diff, null, []);
    }

    private static ScriptInfo Impossible(string why) => new(null, null, why, []);

    private static EngineLanguage ToEngine(ScriptLanguage language) => language switch
    {
        ScriptLanguage.AppCmd => EngineLanguage.AppCmd,
        ScriptLanguage.WebAdministration => EngineLanguage.WebAdministration,
        ScriptLanguage.IisAdministration => EngineLanguage.IisAdministration,
        ScriptLanguage.CSharp => EngineLanguage.CSharp,
        ScriptLanguage.JavaScript => EngineLanguage.JavaScript,
        ScriptLanguage.VbScript => EngineLanguage.VbScript,
        ScriptLanguage.WmiVbScript => EngineLanguage.WmiVbScript,
        ScriptLanguage.WmiPowerShell => EngineLanguage.WmiPowerShell,
        _ => throw new UnreachableException(),
    };
}
