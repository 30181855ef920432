namespace SessionState.Files.Disks;

/// <summary>What reading one file gave.</summary>
/// <param name="Problem"><see cref="DiskProblem.None"/> where there are bytes.</param>
/// <param name="Detail">The system's own words for a failure, or null.</param>
/// <param name="Bytes">The content.</param>
/// <param name="Stamp">Of the file, taken before the first byte was read.</param>
internal readonly record struct FileRead(DiskProblem Problem, string? Detail, byte[] Bytes, FileStamp Stamp)
{
    public bool IsRead => Problem is DiskProblem.None;

    public static FileRead Refused(DiskProblem problem, string? detail = null) => new(problem, detail, [], FileStamp.Unknown);
}
