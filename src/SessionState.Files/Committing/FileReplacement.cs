using SessionState.Files.Committing.Journals;
using SessionState.Files.Disks;
using SessionState.Files.Reading;

namespace SessionState.Files.Committing;

/// <summary>
/// One file on its way from the old bytes to the new ones. Each method is one step; until <see cref="Replace"/> the file is untouched.
/// </summary>
internal sealed partial class FileReplacement(Disk disk, History history, CommitFile file, int limit) : IDisposable
{
    private readonly string _name = Path.GetFileName(file.File);
    private readonly string _temporary = TemporaryName.Create();
    private Folder? _folder;
    private FileRead _before;
    private ContentHash _oldHash;
    private string? _copy;
    private FileStamp? _written;
    private FileStamp? _verified;
    private bool _hasTemporary;
    private bool _isReplaced;
    private bool _oldIsBeside;

    public string File => file.File;

    /// <summary>What the journal says of this file.</summary>
    public JournalEntry Entry => new(File, IsNew ? null : _oldHash.ToString(), file.NewHash.ToString(), _temporary);

    private bool IsNew => file.ExpectedHash is null;

    private Folder Folder => _folder ?? throw new InvalidOperationException("Not open.");

    public void Open()
    {
        if (file.NewBytes.Length > limit)
        {
            throw CommitProblems.TooLarge(File, limit);
        }

        _folder = disk.OpenFolder(Path.GetDirectoryName(File)!, out var problem) ?? throw CommitProblems.Unreadable(File, problem, null);
        _before = Compare();
    }

    /// <summary>The copy's name is on the disk when the journal is.</summary>
    public void BackUp()
    {
        if (IsNew)
        {
            return;
        }

        try
        {
            _copy = history.KeepUntilFlush(_oldHash, _before.Bytes);
        }
        catch (DiskException exception)
        {
            throw CommitProblems.HistoryFailed(history.Folder, exception.Detail);
        }
    }

    /// <summary>The history could not be flushed: a copy that this commit made must not pass for a safe one.</summary>
    public void ForgetCopy(Folder opened)
    {
        if (_copy is not null)
        {
            opened.Delete(_copy);
        }
    }

    public void WriteTemporary()
    {
        Folder.WriteNew(_temporary, file.NewBytes, IsNew ? FileRights.OfFolder : FileRights.Like(_name));
        _hasTemporary = true;
        _written = Folder.StampOf(_temporary);
    }

    public void CompareAgain()
    {
        if (IsNew || Folder.StampOf(_name) != _before.Stamp)
        {
            var inode = Compare().Stamp.Inode;
            if (inode != _before.Stamp.Inode)
            {
                throw CommitProblems.Changed(File);
            }
        }
    }

    /// <summary>
    /// Exchanges old and new in one step, so that the old file is still there to look at. A disk that cannot exchange gets one more
    /// comparison and a plain rename: an edit in the instant between them is lost, as with any other program that writes this file.
    /// </summary>
    public void Replace()
    {
        if (IsNew)
        {
            Folder.MoveNew(_temporary, _name);
            _hasTemporary = false;
        }
        else if (Folder.TryExchange(_temporary, _name))
        {
            _oldIsBeside = true;
        }
        else
        {
            Compare();
            Folder.Replace(_temporary, _name);
            _hasTemporary = false;
        }

        _isReplaced = true;
    }

    public void Verify()
    {
        if (_oldIsBeside)
        {
            _verified = Folder.StampOf(_temporary);
            if (Folder.StampIfHolds(_temporary, _before.Bytes) is null)
            {
                throw CommitProblems.Changed(File); // an edit came between the last look and the exchange; undoing brings it back
            }
        }

        if (!HoldsWhatWeWrote())
        {
            throw CommitProblems.Overwritten(File); // somebody wrote after us: theirs is the newer one
        }
    }

    public void FlushFolder()
    {
        try
        {
            Folder.Flush();
        }
        catch (DiskException)
        {
            // The system tells each descriptor once that a flush failed; this one would say "done" the next time.
            Reopen();
            throw;
        }
    }

    /// <summary>
    /// Removes what the old file is called now. The change stands already, so a failure is left to the next start, and so is waiting for
    /// the removal: without a journal a temporary file means nothing.
    /// </summary>
    public void CleanUp() => DeleteTemporary(flush: false);

    public void Dispose() => _folder?.Dispose();

    // The new name changed the time of the last change, and nothing else did.
    private bool HoldsWhatWeWrote() =>
        Folder.StampOf(_name) is { } now && _written is { } written && now with { Changed = 0 } == written with { Changed = 0 };

    private void Reopen()
    {
        if (disk.OpenFolder(Folder.Path, out _) is not { } again)
        {
            return;
        }

        var isSame = again.Stamp.Inode == Folder.Stamp.Inode;
        (isSame ? Folder : again).Dispose();
        _folder = isSame ? again : _folder;
    }

    private void DeleteTemporary(bool flush)
    {
        if (!_hasTemporary)
        {
            return;
        }

        try
        {
            KeepWhatIsNotOurs();
            Folder.Delete(_temporary);
            _hasTemporary = false;
            if (flush)
            {
                Folder.Flush();
            }
        }
        catch (DiskException)
        {
            // It has a name that the next start recognises.
        }
    }

    /// <summary>What is neither the old nor the new version was written by somebody else, who still had the old file open.</summary>
    private void KeepWhatIsNotOurs()
    {
        if (_verified is not null && Folder.StampOf(_temporary) == _verified)
        {
            return;
        }

        var read = Folder.Read(_temporary, ConfigurationFileReader.ApplicationHostLimit);
        var hash = ContentHash.Of(read.Bytes);
        if (read.IsRead && hash != _oldHash && hash != file.NewHash)
        {
            history.Keep(hash, read.Bytes);
        }
    }

    private FileRead Compare()
    {
        if (file.ExpectedBytes is { } expected && Folder.StampIfHolds(_name, expected) is { } stamp)
        {
            _oldHash = ContentHash.Parse(file.ExpectedHash!);
            return new(DiskProblem.None, null, expected, stamp);
        }

        var read = Folder.Read(_name, ConfigurationFileReader.ApplicationHostLimit);
        if (IsNew)
        {
            return read.Problem is DiskProblem.Missing ? read : throw CommitProblems.Appeared(File);
        }

        if (!read.IsRead)
        {
            throw CommitProblems.Unreadable(File, read.Problem, read.Detail);
        }

        _oldHash = ContentHash.Of(read.Bytes);
        var isExpected = _oldHash.ToString().Equals(file.ExpectedHash, StringComparison.OrdinalIgnoreCase);
        return isExpected ? read : throw CommitProblems.Changed(File);
    }
}
