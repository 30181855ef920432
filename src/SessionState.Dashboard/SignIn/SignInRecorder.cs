using System.Threading.Channels;
using SessionState.Contracts;

namespace SessionState.Dashboard.SignIn;

/// <summary>
/// Has the Service record who came, went or was not let in. Nobody waits at the door for that: while the Service does not answer they are
/// kept, and what cannot be kept or recorded is in the operators' log.
/// </summary>
internal sealed partial class SignInRecorder(IConfigurationService service, TimeProvider time, ILogger<SignInRecorder> log) : BackgroundService
{
    public const int Capacity = 1_000;

    public static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);

    private const string Claimed = "claimed";
    private const string Nobody = "(nobody)";

    private readonly Channel<SignInToRecord> _waiting = Channel.CreateBounded<SignInToRecord>(Capacity);

    public void SignedIn(ActingUser user, string method) => Keep(user, SignInKind.SignedIn, method);

    public void SignedOut(ActingUser user, string method) => Keep(user, SignInKind.SignedOut, method);

    /// <param name="claimed">Who they said they are; anybody can say anything.</param>
    /// <param name="method">How they tried.</param>
    public void Refused(string claimed, string method)
    {
        var name = claimed switch
        {
            "" => Nobody,
            { Length: > ActingUser.MaxLength } => claimed[..ActingUser.MaxLength],
            _ => claimed,
        };
        Keep(new(Claimed, name, name), SignInKind.Failed, method);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        while (_waiting.Reader.TryRead(out var left))
        {
            var result = await service.RecordSignInAsync(left.User, left.Happened, cancellationToken);
            if (result.Problem is { } problem)
            {
                LogLost(log, left.Happened.Kind, left.User.Name, left.Happened.Method, problem.Detail);
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Looked at first and taken away afterwards: a stop in between loses nothing.
        while (await _waiting.Reader.WaitToReadAsync(stoppingToken))
        {
            while (_waiting.Reader.TryPeek(out var next))
            {
                await RecordAsync(next, stoppingToken);
                _waiting.Reader.TryRead(out _);
            }
        }
    }

    private async Task RecordAsync(SignInToRecord next, CancellationToken stop)
    {
        for (var told = false; ; told = true)
        {
            if ((await service.RecordSignInAsync(next.User, next.Happened, stop)).Problem is not { } problem)
            {
                return;
            }

            if (problem.Status < StatusCodes.Status500InternalServerError)
            {
                LogLost(log, next.Happened.Kind, next.User.Name, next.Happened.Method, problem.Detail);
                return;
            }

            if (!told)
            {
                LogWaiting(log, problem.Detail);
            }

            await Task.Delay(RetryAfter, time, stop);
        }
    }

    private void Keep(ActingUser user, SignInKind kind, string method)
    {
        var happened = new SignInEvent(kind, method.Length > SignInEvent.MaxMethodLength ? method[..SignInEvent.MaxMethodLength] : method)
        {
            At = time.GetUtcNow(),
        };
        if (!_waiting.Writer.TryWrite(new(user, happened)))
        {
            LogLost(log, kind, user.Name, method, "Too many wait already.");
        }
    }

    [LoggerMessage(LogLevel.Warning, "Sign-ins are not recorded at the moment and wait: {Reason}")]
    private static partial void LogWaiting(ILogger logger, string reason);

    [LoggerMessage(LogLevel.Error, "Not recorded in the audit: {Kind} of {Name} with {Method}: {Reason}")]
    private static partial void LogLost(ILogger logger, SignInKind kind, string name, string method, string reason);

    private sealed record SignInToRecord(ActingUser User, SignInEvent Happened);
}
