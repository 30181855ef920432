using SessionState.Files.Disks;

namespace SessionState.Files.Committing;

internal sealed partial class FileReplacement
{
    /// <summary>Back to the file as it was; to be called after any failure. What somebody else wrote meanwhile stands.</summary>
    /// <exception cref="DiskException">It may or may not be back.</exception>
    public void Undo()
    {
        if (_isReplaced && HoldsWhatWeWrote())
        {
            PutBack();
            FlushFolder();
            LookAtWhatIsBack();
        }

        _isReplaced = false;
        _verified = null;
        DeleteTemporary(flush: true);
    }

    private void PutBack()
    {
        if (IsNew)
        {
            Folder.MoveNew(_name, _temporary);
            _hasTemporary = true;
            if (!CameOut())
            {
                Folder.MoveNew(_temporary, _name);
                _hasTemporary = false;
            }
        }
        else if (_oldIsBeside)
        {
            Exchange();
            if (!CameOut())
            {
                Exchange();
            }
        }
        else
        {
            Folder.WriteNew(_temporary, _before.Bytes, FileRights.Like(_name));
            Folder.Replace(_temporary, _name);
        }
    }

    /// <summary>Ours must come out of its place: an edit that came in between goes back in.</summary>
    private bool CameOut() => Folder.StampIfHolds(_temporary, file.NewBytes) is not null;

    private void Exchange()
    {
        if (!Folder.TryExchange(_temporary, _name))
        {
            throw new DiskException("put back", DiskFailure.Other, "the disk could exchange two names before and cannot now");
        }
    }

    private void LookAtWhatIsBack()
    {
        if (HoldsWhatWeWrote())
        {
            throw new DiskException("put back", DiskFailure.Other, "the new version is still there");
        }
    }
}
