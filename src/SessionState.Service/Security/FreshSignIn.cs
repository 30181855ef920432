using SessionState.Contracts;

namespace SessionState.Service.Security;

/// <summary>
/// What is dangerous in somebody else's hands takes a sign-in of the last few minutes, so that a browser left open does no harm. Of a user of
/// this machine the system says with every call who it is, and there is no sign-in to be old.
/// </summary>
internal sealed class FreshSignIn(ServiceOptions options, TimeProvider time)
{
    /// <summary>Why the caller must sign in again first; null where they need not.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="what">What for, in words that follow "to".</param>
    public Problem? Refuse(Caller caller, string what) => IsFresh(caller) ? null : new(
        ProblemCodes.StepUpNeeded,
        "Sign in again",
        $"To {what} takes a sign-in that is not older than {Minutes(options.StepUpTime)}, "
        + $"and {(caller.User?.SignedInAt is null ? "it is not known when you signed in" : "yours is older")}.",
        403)
    {
        Remedy = "Sign in again, then do it once more.",
    };

    public bool IsFresh(Caller caller) =>
        options.StepUpTime == TimeSpan.Zero
        || caller.IsService
        || caller.User?.Issuer == OperatingSystemUser.Issuer
        || (caller.User?.SignedInAt is { } at && IsWithin(time.GetUtcNow() - at));

    // A sign-in that is still to come was made up, or the clock was set.
    private bool IsWithin(TimeSpan age) => age >= TimeSpan.Zero && age <= options.StepUpTime;

    private static string Minutes(TimeSpan span) => span switch
    {
        { TotalMinutes: 1 } => "a minute",
        { Seconds: 0 } => $"{(int)span.TotalMinutes} minutes",
        _ => $"{(int)span.TotalSeconds} seconds",
    };
}
