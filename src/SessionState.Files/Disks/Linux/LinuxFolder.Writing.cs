namespace SessionState.Files.Disks.Linux;

internal sealed partial class LinuxFolder
{
    private const uint NoReplace = 1;
    private const uint Exchange = 2;

    public override void WriteNew(string name, ReadOnlySpan<byte> bytes, FileRights rights)
    {
        var descriptor = LibC.OpenAt(_descriptor, name, OpenFlags.NewFile, 0x180); // rw for us alone until all is in place
        if (descriptor < 0)
        {
            throw Errors.Exception("create");
        }

        try
        {
            if (rights.Model is { } model)
            {
                LinuxFileRights.LikeFile(_descriptor, model, descriptor);
            }
            else if (!rights.IsPrivate)
            {
                LinuxFileRights.LikeFolder(_descriptor, descriptor);
            }

            LinuxFileWriter.WriteAll(descriptor, bytes);
            Check(_fsync(descriptor), "flush");
        }
        catch
        {
            _ = LibC.Close(descriptor);
            _ = LibC.UnlinkAt(_descriptor, name, 0);
            throw;
        }

        if (LibC.Close(descriptor) != 0)
        {
            var error = Errors.Last;
            _ = LibC.UnlinkAt(_descriptor, name, 0);
            throw Errors.Exception("close", error);
        }
    }

    public override bool TryExchange(string temporary, string name)
    {
        try
        {
            if (LibC.RenameAt2(_descriptor, temporary, _descriptor, name, Exchange) == 0)
            {
                return true;
            }
        }
        catch (EntryPointNotFoundException)
        {
            return false; // an old C library
        }

        return Errors.Last is Errors.Invalid or Errors.NotImplemented or Errors.NotSupported ? false : throw Errors.Exception("replace");
    }

    public override void Replace(string temporary, string name) =>
        Check(LibC.RenameAt(_descriptor, temporary, _descriptor, name), "replace");

    public override void MoveNew(string temporary, string name)
    {
        try
        {
            if (LibC.RenameAt2(_descriptor, temporary, _descriptor, name, NoReplace) == 0)
            {
                return;
            }

            if (Errors.Last is not (Errors.Invalid or Errors.NotImplemented or Errors.NotSupported))
            {
                throw Errors.Exception("create");
            }
        }
        catch (EntryPointNotFoundException)
        {
            // An old C library: below.
        }

        // A second name is refused where the name is taken, as the rename above would be.
        Check(LibC.LinkAt(_descriptor, temporary, _descriptor, name, 0), "create");
        Check(LibC.UnlinkAt(_descriptor, temporary, 0), "create");
    }

    public override void Delete(string name)
    {
        if (LibC.UnlinkAt(_descriptor, name, 0) != 0 && Errors.Last is not Errors.NoEntry)
        {
            throw Errors.Exception("delete");
        }
    }

    public override void Flush() => Check(_fsync(_descriptor), "flush the folder");

    private static void Check(int result, string step)
    {
        if (result != 0)
        {
            throw Errors.Exception(step);
        }
    }
}
