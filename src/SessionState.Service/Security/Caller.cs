using SessionState.Contracts;
using SessionState.Service.Audit;
using SessionState.Service.Transport;

namespace SessionState.Service.Security;

/// <summary>Who is asking: the person, as the calling process names them, and that process, as the operating system names it.</summary>
/// <param name="User">The person; null where the process names none.</param>
/// <param name="Via">The process.</param>
internal sealed record Caller(ActingUser? User, AuditVia Via)
{
    private const int MaxProgramLength = 40;

    /// <summary>The Service itself, where it takes a change back whose time is over.</summary>
    public static Caller Service { get; } = new(null, AuditVia.Service);

    public bool IsService => ReferenceEquals(this, Service);

    public AuditActor Actor => IsService ? AuditActor.Service : User is null ? AuditActor.Unknown : AuditActor.Of(User);

    public static Caller Of(HttpContext context)
    {
        var peer = context.Features.Get<PeerIdentity>();
        var user = ActingUser.FromHeader(context.Request.Headers[ActingUser.HeaderName]);
        return new(
            user is not null && OperatingSystemUser.MayBeNamed(user, peer) ? user : null,
            ViaOf(peer, context.Request.Headers.UserAgent.ToString()));
    }

    private static AuditVia ViaOf(PeerIdentity? peer, string userAgent) => new(peer?.Uid, peer?.Pid, ProgramName(userAgent))
    {
        Version = userAgent.Split(' ')[0].Split('/') is [_, var version] && IsPlain(version) ? version : null,
        Transport = OperatingSystem.IsWindows() ? "pipe" : "unix",
    };

    // "dashboard/1.0 (…)" is the program "dashboard"; anything but a plain name is not repeated.
    private static string ProgramName(string userAgent)
    {
        var name = userAgent.Split('/', ' ')[0];
        return IsPlain(name) ? name : "(unknown)";
    }

    private static bool IsPlain(string name) =>
        name.Length is > 0 and <= MaxProgramLength && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.');
}
