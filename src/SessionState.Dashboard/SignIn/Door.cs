using Microsoft.AspNetCore.Authentication;
using SessionState.Contracts;
using SessionState.Dashboard.SignIn.Sessions;

namespace SessionState.Dashboard.SignIn;

/// <summary>
/// The one place where people get in, get out or are refused, whatever the method, and where that is recorded.
/// </summary>
internal sealed class Door(SessionBook sessions, SignInRecorder recorder, TimeProvider time, ILogger<Door> log)
{
    private const int LongestName = 256;

    /// <summary>Signs somebody in who has proved who they are, always with a new session.</summary>
    public Task EnterAsync(HttpContext context, ActingUser user, string method, IEnumerable<string>? groups = null) =>
        EnterAsync(context, user, method, groups, time.GetUtcNow());

    /// <summary>The same for somebody who proved it to others, perhaps long ago.</summary>
    /// <param name="context">The request.</param>
    /// <param name="user">The person.</param>
    /// <param name="method">How they signed in.</param>
    /// <param name="groups">The groups that the method tells.</param>
    /// <param name="provedAt">When they proved it; null where the others do not say.</param>
    /// <param name="providerSession">What the others call their own session.</param>
    public async Task EnterAsync(HttpContext context, ActingUser user, string method, IEnumerable<string>? groups, DateTimeOffset? provedAt, string? providerSession = null)
    {
        if (context.User.SessionId() is { } old)
        {
            await sessions.EndAsync(old);
        }

        var id = await sessions.StartAsync(user, method, Address(context), BrowserName.Of(context.Request.Headers.UserAgent.ToString()), providerSession);
        context.User = user.ToPrincipal(id, method, provedAt, groups ?? []);
        await context.SignInAsync(context.User);
        recorder.SignedIn(user, method);
        log.LogInformation("{Name} ({Issuer}, {Subject}) signed in with {Method} from {Address}", user.Name, user.Issuer, user.Subject, method, Address(context));
    }

    public async Task LeaveAsync(HttpContext context)
    {
        var session = sessions.Find(context.User.SessionId());
        if (context.User.SessionId() is { } id)
        {
            await sessions.EndAsync(id);
        }

        await context.SignOutAsync();
        if (context.User.ToActingUser() is { } user)
        {
            recorder.SignedOut(user, session?.Method ?? "cookie");
            log.LogInformation("{Name} ({Issuer}, {Subject}) signed out", user.Name, user.Issuer, user.Subject);
        }
    }

    /// <summary>Somebody was not let in.</summary>
    /// <param name="context">The request.</param>
    /// <param name="claimed">Who they said they are; cut short, because anybody can say anything.</param>
    /// <param name="method">How they tried.</param>
    /// <param name="reason">Why not, for the log.</param>
    public void Refuse(HttpContext context, string claimed, string method, string reason)
    {
        recorder.Refused(OneLine(claimed), method);
        log.LogWarning("Sign-in with {Method} as {Name} from {Address} was refused: {Reason}", method, OneLine(claimed), Address(context), OneLine(reason));
    }

    private static string Address(HttpContext context) => context.Connection.RemoteIpAddress?.ToString() ?? "";

    private static string OneLine(string text) =>
        string.Concat(text.Take(LongestName).Select(character => char.IsControl(character) ? ' ' : character));
}
