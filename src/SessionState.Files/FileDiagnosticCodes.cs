using SessionState.Engine.Text;

namespace SessionState.Files;

/// <summary>Stable identifiers of what can be wrong with files and folders, beside the engine's <see cref="DiagnosticCodes"/>.</summary>
public static class FileDiagnosticCodes
{
    /// <summary>The file or folder does not exist.</summary>
    public const string Missing = "missing";

    /// <summary>A path of the server that no path map leads to a folder of this machine.</summary>
    public const string Unmapped = "unmapped";

    /// <summary>A physical path that is never opened: a share, a device, a stream, a relative path or an unknown variable.</summary>
    public const string UnsafePath = "unsafe-path";

    /// <summary>A link, a file with two names, or something that is no regular file.</summary>
    public const string Link = "link";

    /// <summary>redirection.config sends IIS to a shared applicationHost.config.</summary>
    public const string Redirected = "redirected";

    /// <summary>More folders or deeper ones than are read.</summary>
    public const string FolderLimit = "folder-limit";

    /// <summary>Two names that differ only in case, which Windows could not have.</summary>
    public const string Ambiguous = "ambiguous";
}
