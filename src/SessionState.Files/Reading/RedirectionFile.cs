using SessionState.Engine.Hierarchy;
using SessionState.Engine.Text;
using SessionState.Files.Disks;
using SessionState.Files.Paths;

namespace SessionState.Files.Reading;

/// <summary>
/// redirection.config beside applicationHost.config. IIS reads it first, and where it is enabled the local applicationHost.config is a left-over
/// that nobody reads: it is never shown in place of the shared one.
/// </summary>
/// <param name="Path">Where the file is; null where there is none.</param>
/// <param name="State">Its content.</param>
/// <param name="Stamp">Tells whether it changed since.</param>
/// <param name="Content">What it says.</param>
/// <param name="Problem">Why it cannot be read; null where it can, or where there is none.</param>
internal sealed record RedirectionFile(string? Path, FileState State, FileStamp? Stamp, Redirection Content, Diagnostic? Problem)
{
    private const string FileName = "redirection.config";

    /// <summary>Looks beside an applicationHost.config, which need not be there.</summary>
    public static RedirectionFile Find(Disk disk, string applicationHostConfig)
    {
        var beside = System.IO.Path.Join(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(applicationHostConfig)), FileName);
        if (disk.Resolve(beside, new(), out var missing) is not { } path)
        {
            var isMissing = missing is DiskProblem.Missing;
            return new(isMissing ? null : beside, default, null, Redirection.None, isMissing ? null : FileProblems.Describe(beside, missing, null));
        }

        using var folder = disk.OpenFolder(System.IO.Path.GetDirectoryName(path)!, out var problem);
        var read = folder?.Read(System.IO.Path.GetFileName(path), ConfigurationFileReader.WebConfigLimit, HardLinks.Accepted)
            ?? FileRead.Refused(problem);
        if (!read.IsRead)
        {
            return new(path, default, null, Redirection.None, FileProblems.Describe(path, read.Problem, read.Detail));
        }

        var content = Redirection.Read(path, read.Bytes, out var invalid);
        return new(path, new(ContentHash.Of(read.Bytes)), disk.StampOf(path), content ?? Redirection.None, invalid);
    }

    /// <summary>The applicationHost.config that IIS reads; null and the reason where it is out of reach.</summary>
    public string? Follow(ConfigurationSetOptions options, IReadOnlyDictionary<string, string> variables, Disk disk, out Diagnostic? problem)
    {
        problem = Problem is null ? null : RedirectionProblems.Unreadable(Problem);
        if (problem is not null || !Content.IsEnabled)
        {
            return problem is null ? HostFile.Find(disk, options.ApplicationHostConfig, out problem) : null;
        }

        var folder = PhysicalPath.Parse(PathVariables.Expand(Content.Path, variables));
        var isLocal = folder.Kind is PhysicalPathKind.Posix || (folder.Kind is PhysicalPathKind.Drive && OperatingSystem.IsWindows());
        if ((new PathMap(options.PathMap).Map(folder) ?? (isLocal ? folder.ToString() : null)) is not { } here)
        {
            problem = RedirectionProblems.Unreachable(this, "that folder is not available on this machine");
            return null;
        }

        var found = HostFile.Find(disk, System.IO.Path.Join(here, "applicationHost.config"), out var why);
        problem = why is null ? null : RedirectionProblems.Unreachable(this, why.Message);
        return found;
    }

    /// <summary>What a person should know; null where nothing is redirected.</summary>
    public Diagnostic? Note => Content.IsEnabled ? RedirectionProblems.Shared(this) : null;
}
