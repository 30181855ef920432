using SessionState.Files.Disks;
using SessionState.Files.Reading;

namespace SessionState.Files.Committing.Recovery;

internal sealed partial class InterruptedFile
{
    /// <summary>The new version into its place, where it is not yet.</summary>
    /// <returns>False where somebody wrote at the same moment; theirs stands.</returns>
    public bool GoForward()
    {
        if (State is RecoveredFileState.Before)
        {
            if (entry.IsNew)
            {
                Folder.MoveNew(entry.Temporary, _name);
            }
            else
            {
                Exchange(RecoveredFileState.Before);
            }

            Look();
        }

        return State is RecoveredFileState.After;
    }

    /// <summary>The old version back into its place, or what somebody wrote over it at the last moment.</summary>
    public void GoBack()
    {
        if (State is not RecoveredFileState.After)
        {
            return;
        }

        if (entry.IsNew)
        {
            TakeAway();
        }
        else
        {
            if (_beside is not (RecoveredFileState.Before or RecoveredFileState.Other))
            {
                BringOldVersion();
            }

            Exchange(RecoveredFileState.After);
        }

        Look();
    }

    public void Flush() => _folder?.Flush();

    /// <summary>Nothing of ours stays beside the file. What is somebody else's goes to the history first.</summary>
    public void CleanUp()
    {
        if (_folder is null)
        {
            return;
        }

        var read = Folder.Read(entry.Temporary, ConfigurationFileReader.ApplicationHostLimit);
        if (read.IsRead && ContentHash.Of(read.Bytes) is var hash && hash.ToString() != entry.Before && hash.ToString() != entry.After)
        {
            history.Keep(hash, read.Bytes);
        }

        if (read.IsRead)
        {
            Folder.Delete(entry.Temporary);
        }
    }

    /// <summary>What comes out must be what was looked at a moment ago, else it goes back in.</summary>
    private void Exchange(RecoveredFileState expected)
    {
        if (!Folder.TryExchange(entry.Temporary, _name))
        {
            ReplaceIfStill(expected);
        }
        else if (StateOf(entry.Temporary) != expected)
        {
            Folder.TryExchange(entry.Temporary, _name);
        }
    }

    // A disk that cannot exchange: as near to the rename as can be, and no nearer.
    private void ReplaceIfStill(RecoveredFileState expected)
    {
        if (StateOf(_name) == expected)
        {
            Folder.Replace(entry.Temporary, _name);
        }
    }

    private void TakeAway()
    {
        DeleteOwn(entry.Temporary);
        Folder.MoveNew(_name, entry.Temporary);
        if (StateOf(entry.Temporary) is not RecoveredFileState.After)
        {
            Folder.MoveNew(entry.Temporary, _name);
        }
    }

    private void BringOldVersion()
    {
        var old = history.Read(entry.Before!) ?? throw new DiskException("put back", DiskFailure.Missing, "no copy of the old version");
        DeleteOwn(entry.Temporary);
        Folder.WriteNew(entry.Temporary, old, FileRights.Like(_name));
    }

    private void DeleteOwn(string temporary)
    {
        if (StateOf(temporary) is RecoveredFileState.Before or RecoveredFileState.After)
        {
            Folder.Delete(temporary);
        }
    }
}
