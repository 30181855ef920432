using SessionState.Files.Disks;
using SessionState.Files.Disks.Portable;
using SessionState.Files.Reading;

namespace SessionState.Files.Tests.Disks;

/// <summary>The contract of the folders of Windows, over a stand-in for its calls, and how they fail. Not run on Windows.</summary>
public sealed class PortableFolderTests : FolderContract
{
    private readonly FakeWindows _windows = new();

    private protected override Disk CreateDisk() => _windows.CreateDisk();

    [Fact]
    public void WriteNew_File_IsFlushed()
    {
        using var room = new Room(CreateDisk());

        room.Folder.WriteNew("a", "x"u8, FileRights.OfFolder);

        Assert.Equal(1, _windows.Flushes);
    }

    [Fact]
    public void WriteNew_FlushThatFails_LeavesNothing()
    {
        using var room = new Room(CreateDisk());
        _windows.Flushing.Enqueue(112);

        var failure = Assert.Throws<DiskException>(() => room.Folder.WriteNew("a", "x"u8, FileRights.OfFolder));

        Assert.Equal(DiskFailure.DiskFull, failure.Failure);
        Assert.Equal(0, room.Count);
    }

    [Theory]
    [InlineData(WindowsErrors.ReplacementNotMoved, DiskFailure.Other)]
    [InlineData(WindowsErrors.ReplacementNotMovedAfterBackup, DiskFailure.Other)]
    [InlineData(5, DiskFailure.Denied)]
    [InlineData(112, DiskFailure.DiskFull)]
    internal void TryExchange_ErrorOfReplaceFile_LeavesBothFilesUnderTheirNames(int error, DiskFailure expected)
    {
        using var room = TwoFiles();
        _windows.Replacing.Enqueue(error);

        var failure = Assert.Throws<DiskException>(() => room.Folder.TryExchange(room.Temporary, "a"));

        Assert.Equal(expected, failure.Failure);
        AssertUnchanged(room);
    }

    [Fact]
    public void TryExchange_BackupThatCannotBeRenamed_PutsEverythingBack()
    {
        using var room = TwoFiles();
        _windows.Moving.Enqueue(5);

        Assert.Throws<DiskException>(() => room.Folder.TryExchange(room.Temporary, "a"));

        AssertUnchanged(room);
    }

    [Fact]
    public void TryExchange_FileHeldForAMoment_IsTriedAgain()
    {
        using var room = TwoFiles();
        _windows.Replacing.Enqueue(WindowsErrors.SharingViolation);
        _windows.Replacing.Enqueue(WindowsErrors.SharingViolation);

        Assert.True(room.Folder.TryExchange(room.Temporary, "a"));

        Assert.Equal([50, 100], _windows.Waits.Select(wait => wait.TotalMilliseconds));
    }

    [Fact]
    public void TryExchange_FileThatStaysHeld_IsInUseAfterFiveMoreTries()
    {
        using var room = TwoFiles();
        Enumerable.Repeat(WindowsErrors.SharingViolation, 10).ToList().ForEach(_windows.Replacing.Enqueue);

        var failure = Assert.Throws<DiskException>(() => room.Folder.TryExchange(room.Temporary, "a"));

        Assert.Equal(DiskFailure.InUse, failure.Failure);
        Assert.Equal([50, 100, 200, 400, 800], _windows.Waits.Select(wait => wait.TotalMilliseconds));
        Assert.Equal(6, _windows.Replaces);
        AssertUnchanged(room);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void CompleteExchange_CrashInReplaceFile_FindsTheOldFileAgain(bool beforeTheNewOneMoved)
    {
        using var room = TwoFiles();
        var (file, temporary) = (Path.Join(room.Folder.Path, "a"), Path.Join(room.Folder.Path, room.Temporary));
        File.Move(file, Path.Join(room.Folder.Path, TemporaryName.AsideOf(room.Temporary)));
        if (!beforeTheNewOneMoved)
        {
            File.Move(temporary, file);
        }

        room.Folder.CompleteExchange(room.Temporary, "a");

        Assert.Equal(beforeTheNewOneMoved ? "old" : "new!", File.ReadAllText(file));
        Assert.Equal(beforeTheNewOneMoved ? "new!" : "old", File.ReadAllText(temporary));
        Assert.Equal(2, room.Count);
    }

    private static void AssertUnchanged(Room room)
    {
        Assert.Equal("old"u8.ToArray(), room.Folder.Read("a", 100).Bytes);
        Assert.Equal("new!"u8.ToArray(), room.Folder.Read(room.Temporary, 100).Bytes);
        Assert.Equal(2, room.Count);
    }

    private Room TwoFiles()
    {
        var room = new Room(CreateDisk());
        room.Folder.WriteNew("a", "old"u8, FileRights.OfFolder);
        room.Folder.WriteNew(room.Temporary, "new!"u8, FileRights.OfFolder);
        return room;
    }
}
