using Microsoft.EntityFrameworkCore;
using SessionState.Contracts;
using SessionState.Service.Audit;
using SessionState.Service.Security;

namespace SessionState.Service.Changes;

/// <summary>Whether a caller may know of a change: all of it is about places whose history they may see.</summary>
internal sealed class ChangeSight(AuditReader audit, Rights rights)
{
    public static Problem NoSuchChange(Guid id) =>
        new(ProblemCodes.NotFound, "No such change", $"No change with the id {id} was made.", 404) { Field = "id" };

    /// <summary>Null where they may. A change that is hidden is answered like one that was never made.</summary>
    public Problem? Refuse(Caller caller, Guid changeId)
    {
        if (rights.SightOf(caller).History is not { IsEverything: false } view)
        {
            return null;
        }

        var read = audit.Read<List<string?>>(context => context.Records.AsNoTracking()
            .Where(row => row.ChangeId == changeId && row.Type != AuditType.Denied)
            .Select(row => row.Path)
            .ToList());
        return read.Succeeded(out var paths, out var problem)
            ? paths.Count > 0 && paths.TrueForAll(path => path is not null && view.Holds(path)) ? null : NoSuchChange(changeId)
            : problem;
    }
}
