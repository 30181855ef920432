using System.Collections.Immutable;
using SessionState.Engine.Hierarchy;
using SessionState.Engine.Text;

namespace SessionState.Engine.Editing.Joint;

/// <summary>The server and the texts of its files, as the rounds so far leave them.</summary>
internal sealed class JointState(ServerConfiguration server, Func<string, SourceText?> readText)
{
    private readonly Dictionary<string, EditedFileText> _edited = [];

    public ServerConfiguration Server { get; private set; } = server;

    public SourceText? Read(string file) => _edited.TryGetValue(file, out var edited) ? edited.Now : readText(file);

    /// <summary>Goes on with what the round does; a refusal where its files would not be valid together.</summary>
    public EditRefusal? Take(JointRound round)
    {
        foreach (var edit in round.Merged())
        {
            if (round.Only is null)
            {
                if (EditedFile.Evaluate(Server, edit, out var refusal) is not { } after)
                {
                    return refusal;
                }

                Server = after;
            }

            Keep(edit);
        }

        Server = round.Only?.After ?? Server;
        foreach (var edited in _edited.Values.Where(edited => edited.File == Server.ApplicationHost.Path))
        {
            edited.Now = edited.Now.KnownAs(Server.ApplicationHost);
        }

        return null;
    }

    /// <summary>All that is done to each file, as changes to its text before the first round.</summary>
    public ImmutableArray<FileEdit> Files() => [.. _edited.Values.Select(edited => edited.ToEdit()).Where(edit => edit.IsNew || !edit.Changes.IsEmpty)];

    private void Keep(FileEdit edit)
    {
        if (!_edited.TryGetValue(edit.File, out var edited))
        {
            _edited[edit.File] = edited = new(edit);
        }

        edited.Apply(edit);
    }

    private sealed class EditedFileText(FileEdit first)
    {
        private readonly EditedText _text = new(first.Before.Length);

        public string File => first.File;

        public SourceText Now { get; set; } = first.Source;

        public void Apply(FileEdit edit)
        {
            _text.Apply(edit.Changes);

            // The planner has read these very bytes and found them valid.
            Now = SourceText.Decode(edit.Encode(), edit.File, out _)!;
        }

        public FileEdit ToEdit() => new(first.File, first.IsNew, first.Before, _text.ToChanges(), first.Source);
    }
}
