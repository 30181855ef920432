using System.Globalization;
using SessionState.Contracts;
using SessionState.Service.Security;

namespace SessionState.Service.Audit;

/// <summary>Records who came and went at the Dashboard, as the Dashboard says. Failures are counted like other refusals.</summary>
internal sealed class AuditSignIns(AuditLog log, AuditDenials denials, TimeProvider time)
{
    private static readonly TimeSpan Prompt = TimeSpan.FromMinutes(1);

    public ServiceResult<AuditRecorded> Record(Caller caller, SignInEvent happened)
    {
        if (happened.Method.Length is 0 or > SignInEvent.MaxMethodLength)
        {
            return Problems.Invalid("method", $"The method has 1 to {SignInEvent.MaxMethodLength} characters.");
        }

        var record = new AuditRecord
        {
            Type = AuditType.Auth,
            Actor = caller.Actor,
            Via = caller.Via,
            Res = new(Code(happened.Kind), $"{Words(happened.Kind)} ({happened.Method}).{Late(happened)}"),
        };
        if (happened.Kind == SignInKind.Failed)
        {
            denials.Record(record);
            return new AuditRecorded(log.HeadSequence);
        }

        return log.TryAppend(record) is { } row
            ? new AuditRecorded(row.Sequence)
            : new Problem(ProblemCodes.AuditUnavailable, "The sign-in cannot be recorded", log.ReadOnlyReason ?? "", 503);
    }

    // The record's own time is when it was told.
    private string Late(SignInEvent happened) => happened.At is { } at && time.GetUtcNow() - at > Prompt
        ? $" It was told late: the dashboard says that it happened at {at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)} UTC."
        : "";

    private static string Code(SignInKind kind) => kind switch
    {
        SignInKind.SignedIn => "signed-in",
        SignInKind.SignedOut => "signed-out",
        _ => "sign-in-failed",
    };

    private static string Words(SignInKind kind) => kind switch
    {
        SignInKind.SignedIn => "Signed in",
        SignInKind.SignedOut => "Signed out",
        _ => "Was not let in",
    };
}
