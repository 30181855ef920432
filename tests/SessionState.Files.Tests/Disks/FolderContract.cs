using SessionState.Files.Disks;
using SessionState.Files.Reading;

namespace SessionState.Files.Tests.Disks;

/// <summary>What every folder that is written to must do, whatever the system.</summary>
public abstract class FolderContract
{
    private static readonly byte[] Old = "old"u8.ToArray();
    private static readonly byte[] New = "new!"u8.ToArray();

    private protected abstract Disk CreateDisk();

    [Fact]
    public void WriteNew_NameThatIsFree_HoldsTheBytes()
    {
        using var room = new Room(CreateDisk());

        room.Folder.WriteNew("a", New, FileRights.OfFolder);

        Assert.Equal(New, room.Folder.Read("a", 100).Bytes);
    }

    [Fact]
    public void WriteNew_NameThatIsTaken_FailsAndKeepsIt()
    {
        using var room = new Room(CreateDisk());
        room.Folder.WriteNew("a", Old, FileRights.OfFolder);

        var failure = Assert.Throws<DiskException>(() => room.Folder.WriteNew("a", New, FileRights.OfFolder));

        Assert.Equal(DiskFailure.Exists, failure.Failure);
        Assert.Equal(Old, room.Folder.Read("a", 100).Bytes);
    }

    [Fact]
    public void TryExchange_TwoFiles_ChangePlacesAndLeaveNothingElse()
    {
        using var room = new Room(CreateDisk());
        room.Folder.WriteNew("a", Old, FileRights.OfFolder);
        room.Folder.WriteNew(room.Temporary, New, FileRights.Like("a"));

        Assert.True(room.Folder.TryExchange(room.Temporary, "a"));

        Assert.Equal(New, room.Folder.Read("a", 100).Bytes);
        Assert.Equal(Old, room.Folder.Read(room.Temporary, 100).Bytes);
        Assert.Equal(2, room.Count);
    }

    [Fact]
    public void TryExchange_FileThatIsGone_FailsAndKeepsTheOther()
    {
        using var room = new Room(CreateDisk());
        room.Folder.WriteNew(room.Temporary, New, FileRights.OfFolder);

        var failure = Assert.Throws<DiskException>(() => room.Folder.TryExchange(room.Temporary, "a"));

        Assert.Equal(DiskFailure.Missing, failure.Failure);
        Assert.Equal(New, room.Folder.Read(room.Temporary, 100).Bytes);
    }

    [Fact]
    public void MoveNew_NameThatIsTaken_FailsAndKeepsBoth()
    {
        using var room = new Room(CreateDisk());
        room.Folder.WriteNew("a", Old, FileRights.OfFolder);
        room.Folder.WriteNew(room.Temporary, New, FileRights.OfFolder);

        var failure = Assert.Throws<DiskException>(() => room.Folder.MoveNew(room.Temporary, "a"));

        Assert.Equal(DiskFailure.Exists, failure.Failure);
        Assert.Equal(Old, room.Folder.Read("a", 100).Bytes);
        Assert.Equal(New, room.Folder.Read(room.Temporary, 100).Bytes);
    }

    [Fact]
    public void Replace_NameThatIsTaken_TakesItsPlace()
    {
        using var room = new Room(CreateDisk());
        room.Folder.WriteNew("a", Old, FileRights.OfFolder);
        room.Folder.WriteNew(room.Temporary, New, FileRights.OfFolder);

        room.Folder.Replace(room.Temporary, "a");
        room.Folder.Flush();

        Assert.Equal(New, room.Folder.Read("a", 100).Bytes);
        Assert.Equal(1, room.Count);
    }

    [Fact]
    public void Delete_FileThatIsMissing_IsNoError()
    {
        using var room = new Room(CreateDisk());
        room.Folder.WriteNew("a", Old, FileRights.OfFolder);

        room.Folder.Delete("a");
        room.Folder.Delete("a");

        Assert.Equal(0, room.Count);
    }

    [Fact]
    public void CompleteExchange_NothingInterrupted_ChangesNothing()
    {
        using var room = new Room(CreateDisk());
        room.Folder.WriteNew("a", Old, FileRights.OfFolder);
        room.Folder.WriteNew(room.Temporary, New, FileRights.OfFolder);

        room.Folder.CompleteExchange(room.Temporary, "a");

        Assert.Equal(Old, room.Folder.Read("a", 100).Bytes);
        Assert.Equal(2, room.Count);
    }

    [Fact]
    public void TryLock_WhileItIsHeld_IsRefusedAndGivenAfterwards()
    {
        using var room = new Room(CreateDisk());
        var path = Path.Join(room.Folder.Path, "lock");

        using (Assert.IsType<IDisposable>(room.Disk.TryLock(path), exactMatch: false))
        {
            Assert.Null(room.Disk.TryLock(path));
        }

        using var again = room.Disk.TryLock(path);
        Assert.NotNull(again);
    }

    private protected sealed class Room : IDisposable
    {
        public Room(Disk disk)
        {
            Disk = disk;
            Folder = disk.OpenFolder(Directory.CreateTempSubdirectory("session-state-contract-").FullName, out _)!;
        }

        public Disk Disk { get; }

        public Folder Folder { get; }

        public string Temporary { get; } = TemporaryName.Create();

        public int Count => Directory.GetFiles(Folder.Path).Length;

        public void Dispose()
        {
            Folder.Dispose();
            Directory.Delete(Folder.Path, recursive: true);
        }
    }
}
