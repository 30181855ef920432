using System.Text;

namespace SessionState.Files.Disks.Linux;

/// <summary>Gives a new file the owner, group, mode and extended attributes (among them access lists) that it should have.</summary>
internal static class LinuxFileRights
{
    private const string AccessList = "system.posix_acl_access";
    private const int MostBytes = 64 * 1024;

    /// <summary>Those of another file in the same folder.</summary>
    public static unsafe void LikeFile(int folder, string name, int descriptor)
    {
        var model = LibC.OpenAt(folder, name, OpenFlags.FileToRead, 0);
        if (model < 0)
        {
            throw Errors.Exception("open");
        }

        try
        {
            StatX stat;
            if (LibC.StatX(model, "", StatX.EmptyPath, StatX.BasicMask, &stat) != 0)
            {
                throw Errors.Exception("look at");
            }

            Own(descriptor, stat.User, stat.Group);
            Allow(descriptor, stat.Permissions);
            CopyAttributes(model, descriptor);
        }
        finally
        {
            _ = LibC.Close(model);
        }
    }

    /// <summary>
    /// The folder's owner and group, and its rights without "enter": a new web.config belongs to whoever owns the site, and whoever may
    /// read the folder may read it.
    /// </summary>
    public static unsafe void LikeFolder(int folder, int descriptor)
    {
        StatX stat;
        if (LibC.StatX(folder, "", StatX.EmptyPath, StatX.BasicMask, &stat) != 0)
        {
            throw Errors.Exception("look at");
        }

        // Where we may not give the file away it stays ours: nobody owned it before, so nobody loses it.
        _ = LibC.ChangeOwner(descriptor, stat.User, stat.Group);
        Allow(descriptor, stat.Permissions & 0x1b6);
    }

    private static unsafe void Own(int descriptor, uint user, uint group)
    {
        StatX stat;
        if (LibC.StatX(descriptor, "", StatX.EmptyPath, StatX.BasicMask, &stat) == 0 && stat.User == user && stat.Group == group)
        {
            return;
        }

        if (LibC.ChangeOwner(descriptor, user, group) != 0)
        {
            throw new DiskException("keep the owner", DiskFailure.CannotKeepOwner, Errors.Text(Errors.Last));
        }
    }

    private static void Allow(int descriptor, uint mode)
    {
        if (LibC.ChangeMode(descriptor, mode) != 0)
        {
            throw Errors.Exception("set the mode");
        }
    }

    private static unsafe void CopyAttributes(int from, int to)
    {
        var names = stackalloc byte[MostBytes];
        var length = LibC.ListAttributes(from, names, MostBytes);
        if (length <= 0)
        {
            return; // none, or a file system without them
        }

        var value = new byte[MostBytes];
        var all = Encoding.UTF8.GetString(names, (int)length);
        foreach (var name in all.Split('\0', StringSplitOptions.RemoveEmptyEntries))
        {
            fixed (byte* bytes = value)
            {
                var size = LibC.GetAttribute(from, name, bytes, MostBytes);
                if (size >= 0 && LibC.SetAttribute(to, name, bytes, size, 0) != 0 && name is AccessList)
                {
                    throw new DiskException("keep the access list", DiskFailure.CannotKeepOwner, Errors.Text(Errors.Last));
                }
            }
        }
    }
}
