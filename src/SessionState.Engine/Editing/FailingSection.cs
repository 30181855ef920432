using SessionState.Engine.Schema;
using SessionState.Engine.Text;

namespace SessionState.Engine.Editing;

/// <summary>Content of a file that IIS or ASP.NET refuses.</summary>
/// <param name="Section">Full name of the section.</param>
/// <param name="File">The file that holds it.</param>
/// <param name="Line">Its line, from 1; null where unknown.</param>
/// <param name="ConfigurationPath">The node it is for, which fails with everything below it.</param>
/// <param name="Code">Why, one of <see cref="DiagnosticCodes"/>.</param>
/// <param name="Message">Why, in words.</param>
/// <param name="LockFile">The file that locks; null where the problem is no lock.</param>
/// <param name="LockLine">The line that locks, from 1; null where the problem is no lock.</param>
public sealed record FailingSection(
    string Section, string File, int? Line, string ConfigurationPath, string Code, string Message, string? LockFile, int? LockLine)
{
    /// <summary>ERROR_LOCK_VIOLATION, which IIS shows beside HTTP 500.19 where a lock is broken (Microsoft, "How to Use Locking").</summary>
    public const string LockViolation = "0x80070021";

    /// <summary>The error number that IIS shows; null where the problem is no lock, or where ASP.NET shows an error of its own.</summary>
    public string? ErrorNumber =>
        LockFile is not null && Code != DiagnosticCodes.LockConflict && SectionSchemas.Find(Section) is not { IsManaged: true }
            ? LockViolation
            : null;
}
