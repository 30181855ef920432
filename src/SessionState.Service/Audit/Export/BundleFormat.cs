using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SessionState.Service.Audit.Checkpoints;
using SessionState.Service.Audit.People;
using SessionState.Service.Audit.Tree;

namespace SessionState.Service.Audit.Export;

/// <summary>
/// Records with what proves them, in one text file (docs/designs/audit-bundle.md): the key, the checkpoints, then every leaf of the tree
/// from left to right: a record, or for records left out the root of the subtree they are. Whoever adds it all up gets the signed root.
/// </summary>
internal sealed class BundleFormat(AuditDbContext context, CheckpointRow last, string? currentKey) : IAuditFormat
{
    public const string FirstLine = "session-state-audit-bundle 2";
    public const string RecordsLine = "records";

    private readonly AuditTree _tree = new(context);
    private readonly List<CheckpointRow> _rotations = context.Checkpoints.AsNoTracking()
        .Where(checkpoint => checkpoint.IsRotation && checkpoint.Size < last.Size)
        .OrderBy(checkpoint => checkpoint.Size)
        .ToList();

    private readonly HashSet<string> _opened = [];
    private long _written;

    /// <summary>Whose names are written beside their records, by key: where a record has a commitment to one, what opens it stands before it.</summary>
    public IReadOnlyDictionary<string, Person> People { get; init; } = new Dictionary<string, Person>();

    public void Begin(Stream output)
    {
        Line(output, FirstLine);
        Line(output, $"key {CheckpointNote.FirstKey([.. _rotations.Append(last).Select(checkpoint => checkpoint.Text)]) ?? currentKey}");
        Line(output, "");
        foreach (var checkpoint in _rotations.Append(last))
        {
            Line(output, checkpoint.Text);
        }

        Line(output, RecordsLine);
    }

    public void Write(AuditRow row, Stream output)
    {
        LeaveOut(row.Sequence - 1, output);
        if (People.TryGetValue(row.Who, out var person) && _opened.Add(row.Who))
        {
            Line(output, $"@{Convert.ToBase64String(person.Salt)} {Convert.ToBase64String(Encoding.UTF8.GetBytes(person.Name))}");
        }

        output.Write(row.Json);
        Line(output, "");
        _written = row.Sequence;
    }

    public void End(Stream output) => LeaveOut(last.Size, output);

    private void LeaveOut(long end, Stream output)
    {
        // No subtree may reach over the size of a checkpoint: its root must appear on the way.
        var ends = _rotations.Select(checkpoint => checkpoint.Size).Where(size => size > _written && size < end).Append(end);
        foreach (var stop in ends)
        {
            foreach (var (level, position) in AuditTree.Blocks(_written, stop))
            {
                Line(output, string.Create(CultureInfo.InvariantCulture, $"~{level} {Convert.ToBase64String(_tree.Root(level, position))}"));
            }

            _written = stop;
        }
    }

    private static void Line(Stream output, string text) => output.Write(Encoding.UTF8.GetBytes(text + "\n"));
}
