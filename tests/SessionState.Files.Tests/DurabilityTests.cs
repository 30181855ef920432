using System.Text.RegularExpressions;

namespace SessionState.Files.Tests;

/// <summary>
/// Nothing that must last is flushed, moved or written by .NET: on Linux its flush returns without an error when the disk is gone, its Move
/// turns into copy and delete across disks, and its Replace loses the file's mode.
/// </summary>
public sealed partial class DurabilityTests
{
    /// <summary>Where one of them stands all the same, and why it may.</summary>
    private static readonly Dictionary<string, string> Allowed = new()
    {
        ["src/SessionState.AppCmd/Auditing/ExportCommand.cs"] = "File.Move: an export can be made again; it is not to be half there",
        ["src/SessionState.AppCmd/Scripting/ScriptConfigCommand.cs"] = "File.WriteAllText: a script can be made again",
    };

    private static readonly string Root = FindRoot();

    [Fact]
    public void Sources_FlushesMovesAndWrites_AreNeverDotNetsOwn()
    {
        var files = Directory.GetFiles(Path.Join(Root, "src"), "*.cs", SearchOption.AllDirectories);

        var found = files.Select(file => (Name: Path.GetRelativePath(Root, file).Replace('\\', '/'), Call: Unsafe(file)))
            .Where(hit => hit.Call is not null && !Allowed.ContainsKey(hit.Name))
            .Select(hit => $"{hit.Name}: {hit.Call}");

        Assert.NotEmpty(files);
        Assert.Empty(found);
    }

    [Fact]
    public void Allowed_Files_StillNeedIt() =>
        Assert.All(Allowed, one => Assert.Equal(Unsafe(Path.Join(Root, one.Key)), one.Value[..one.Value.IndexOf(':')]));

    [Theory]
    [InlineData("stream.Flush(flushToDisk: true)")]
    [InlineData("stream.Flush(true)")]
    [InlineData("RandomAccess.FlushToDisk(handle)")]
    [InlineData("File.Move(a, b, overwrite: true)")]
    [InlineData("File.Replace(a, b, c)")]
    [InlineData("File.WriteAllText(a, b)")]
    [InlineData("await File.WriteAllBytesAsync(a, b)")]
    [InlineData("FileOptions.WriteThrough")]
    public void Pattern_EachOfTheCalls_IsFound(string call) => Assert.Matches(UnsafeCall(), call);

    private static string? Unsafe(string file) => UnsafeCall().Match(File.ReadAllText(file)) is { Success: true } match ? match.Value : null;

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Join(folder!.FullName, "Dashboard.sln")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }

    [GeneratedRegex(@"\bFlush\((flushToDisk: )?true|RandomAccess\.FlushToDisk|\bFile\.(Move|Replace|Copy|WriteAll\w+|AppendAll\w+)|FileOptions\.WriteThrough")]
    private static partial Regex UnsafeCall();
}
