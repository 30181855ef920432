namespace SessionState.Files.Paths;

/// <summary>
/// What a physical path is, judged by its letters alone. Only the first two are ever looked up on a disk without a path map.
/// </summary>
internal enum PhysicalPathKind
{
    /// <summary><c>C:\inetpub\wwwroot</c></summary>
    Drive,

    /// <summary><c>/srv/www</c>, on systems that have such paths.</summary>
    Posix,

    /// <summary><c>\\server\share</c>: looking at it would send our credentials to that server.</summary>
    Network,

    /// <summary><c>\\.\pipe\x</c>, <c>\\?\C:\x</c>, <c>C:\CON</c></summary>
    Device,

    /// <summary><c>C:\site\file:stream</c></summary>
    AlternateStream,

    /// <summary><c>C:site</c> or <c>\site</c>: depends on a current folder or drive.</summary>
    DriveRelative,

    /// <summary><c>site</c> or nothing at all.</summary>
    Relative,

    /// <summary><c>C:\PROGRA~1</c>: a second name for a folder, of which the configuration does not tell which.</summary>
    ShortName,

    /// <summary><c>%EVIL%\x</c>: a variable outside the known list.</summary>
    UnknownVariable,

    /// <summary>Characters that no path has.</summary>
    Invalid,
}
