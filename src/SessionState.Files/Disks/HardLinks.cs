namespace SessionState.Files.Disks;

/// <summary>What to do with a file that has a second name elsewhere.</summary>
internal enum HardLinks
{
    /// <summary>A site's owner could have given us any file of the machine that way.</summary>
    Refused,

    /// <summary>The file is an administrator's; backup tools link unchanged files.</summary>
    Accepted,
}
