using SessionState.Dashboard.Hosting;
using SessionState.Dashboard.LocalService;

namespace SessionState.Dashboard.Tests.Hosting;

public sealed class DataFolderTests : IDisposable
{
    private readonly TemporaryFolder _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public void Folder_UsedByAnotherDashboard_IsRefusedWithAWayOut()
    {
        using var first = DataFolder.Open(_temporary.Path).Folder;

        var (second, problem) = DataFolder.Open(_temporary.Path);

        Assert.Null(second);
        Assert.StartsWith($"DataDirectory: {_temporary.Path} cannot be used", problem, StringComparison.Ordinal);
        Assert.EndsWith("If another Dashboard runs with this folder, stop it, or name another folder with --DataDirectory.", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Folder_UsedByADashboardThatEnded_IsFree()
    {
        DataFolder.Open(_temporary.Path).Folder!.Dispose();

        using var second = DataFolder.Open(_temporary.Path).Folder;

        Assert.NotNull(second);
    }

    [Fact]
    public void Folder_WhoseNameIsAFile_IsRefused()
    {
        var file = Path.Combine(_temporary.Path, "file");
        File.WriteAllText(file, "");

        var (folder, problem) = DataFolder.Open(file);

        Assert.Null(folder);
        Assert.StartsWith($"DataDirectory: {file} cannot be used", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Folder_Created_LetsOnlyItsOwnerIn()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes.");
        using var folder = DataFolder.Open(Path.Combine(_temporary.Path, "data")).Folder;

        Assert.NotNull(folder);
        Assert.All(
            [folder.Path, folder.Keys, folder.Logs, folder.Run, folder.Service],
            path => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, OperatingSystem.IsWindows() ? 0 : File.GetUnixFileMode(path)));
    }

    [Fact]
    public void Socket_TooLongForTheSystem_IsRefusedWithTheLimit()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows uses pipes.");
        var path = Path.Combine(_temporary.Path, new string('x', 100));
        using var folder = DataFolder.Open(path).Folder;

        var (address, problem) = ServiceSocket.Choose(folder!);

        Assert.Null(address);
        Assert.Equal(
            $"DataDirectory: {path} is too long. The Service's socket would be {path}/run/service.sock, and the system allows 107 bytes for that. "
                + "Name a shorter folder with --DataDirectory.",
            problem);
    }
}
