using System.Collections.Immutable;
using System.Text;
using SessionState.Engine.Editing;
using SessionState.Engine.Hierarchy;
using SessionState.Engine.Text;

namespace SessionState.Files;

/// <summary>
/// The texts behind one snapshot, for planning a change on it. It remembers what was read, so that the commit writes only onto those bytes.
/// Not thread-safe: make one for each plan.
/// </summary>
public sealed class SnapshotTexts(ConfigurationSet set, ConfigurationSnapshot snapshot)
{
    private readonly Dictionary<string, FileContent?> _read = [];

    /// <summary>
    /// The first file that was read and is not the snapshot's any more: a plan made with it is void, so <see
    /// cref="ConfigurationSet.Refresh"/> and plan again. Null where all is well.
    /// </summary>
    public string? StaleFile { get; private set; }

    /// <summary>A file's text; null where it does not exist or cannot be read. Hand this to the planner.</summary>
    public SourceText? Read(string file)
    {
        if (!_read.TryGetValue(file, out var content))
        {
            content = set.ReadContent(file);
            if (content?.Hash != snapshot.Files.GetValueOrDefault(file).Hash)
            {
                StaleFile ??= file;
            }
            else if (content is { Text: { } text } && file == snapshot.Server.ApplicationHost.Path)
            {
                content = content with { Text = text.KnownAs(snapshot.Server.ApplicationHost) };
            }

            _read.Add(file, content);
        }

        return content?.Text;
    }

    /// <summary>The commit that carries out a plan made with these texts.</summary>
    public CommitRequest ToCommit(ConfigurationPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return ToCommit(plan.Files, plan.After);
    }

    /// <summary>The commit of what several plans made with these texts do together.</summary>
    /// <param name="edits">Every file once.</param>
    /// <param name="after">The server as it will be.</param>
    public CommitRequest ToCommit(ImmutableArray<FileEdit> edits, ServerConfiguration after) =>
        new([.. edits.Select(ToCommitFile)], snapshot, after);

    private CommitFile ToCommitFile(FileEdit edit)
    {
        var content = _read.GetValueOrDefault(edit.File);
        return edit.IsNew || content?.Text is null
            ? new(edit.File, null, Encoding.UTF8.GetBytes(edit.After))
            : new(edit.File, content.Hash, edit.Encode(content.Bytes)) { ExpectedBytes = content.Bytes };
    }
}
