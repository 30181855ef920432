using SessionState.Faults.Running;

namespace SessionState.Faults.Sweeps;

/// <summary>Leaves out each flush in turn: the cuts of power must tell. If they do not, they could not tell a forgotten one either.</summary>
internal sealed class MissingFlushes : FaultSweep
{
    /// <summary>Of two files: two copies, two new files, the journal, its name, two folders, the journal's removal.</summary>
    public const int Flushes = 9;

    public override string Id => "F6";

    public override string Title => "each fsync left out: the power cuts find it";

    public override string? Skip => Mounted.Missing;

    public override void Run(Tally tally)
    {
        using var room = new PowerCutRoom();
        for (var missing = 1; missing <= Flushes; missing++)
        {
            tally.Run($"without flush {missing}", () => Hold.That(IsFound(room, missing, tally.Notes), "no cut of power finds it missing"));
        }
    }

    private static bool IsFound(PowerCutRoom room, int missing, List<string> notes)
    {
        var tally = new Tally();
        var wasCut = true;
        for (var index = 0; wasCut; index++)
        {
            wasCut = false;
            tally.Run($"at boundary {index}", () => wasCut = room.Cut(index, missing, edit: false, tally));
            if (tally.Failures.Count > 0)
            {
                return true;
            }
        }

        tally.Run("after the answer and an edit", () => room.Cut(int.MaxValue, missing, edit: true, tally));
        return tally.Failures.Count > 0;
    }
}
