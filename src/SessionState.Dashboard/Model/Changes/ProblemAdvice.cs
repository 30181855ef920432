using SessionState.Contracts;

namespace SessionState.Dashboard.Model.Changes;

/// <summary>What a person can do next about a problem.</summary>
public enum NextStep
{
    None,

    /// <summary>The same again may work.</summary>
    Retry,

    /// <summary>Look at the change anew, on the present configuration.</summary>
    ReviewAgain,

    /// <summary>Choose another place to write to, or another value.</summary>
    BackToForm,

    /// <summary>Sign in once more and come back.</summary>
    SignInAgain,
}

/// <summary>A refusal's heading and the useful next step.</summary>
public sealed record ProblemAdvice(string Heading, NextStep Step, string? StepLabel, bool NothingChanged)
{
    public static ProblemAdvice For(string code) => code switch
    {
        ProblemCodes.Stale => new("The configuration changed in the meantime", NextStep.ReviewAgain, "Review again", true),
        ProblemCodes.ChangedSince => new("Somebody changed it since", NextStep.None, null, true),
        ProblemCodes.Locked => new("The configuration is locked there", NextStep.BackToForm, "Choose another place", true),
        ProblemCodes.Invalid => new("That value or place is not possible", NextStep.BackToForm, "Back to the form", true),
        ProblemCodes.Busy => new("Another program is using the file", NextStep.Retry, "Try again", true),
        ProblemCodes.Overloaded => new("The configuration service has more to do than it can", NextStep.Retry, "Try again", true),
        ProblemCodes.AuditUnavailable => new("The audit log cannot be written", NextStep.Retry, "Try again", true),
        ProblemCodes.AppliedAuditPending => new("Changed, but not recorded yet", NextStep.None, null, false),
        ProblemCodes.Unavailable => new("The configuration service does not answer", NextStep.Retry, "Try again", false),
        ProblemCodes.Forbidden => new("You may not do this", NextStep.None, null, true),
        ProblemCodes.ApprovalNeeded => new("Somebody else must approve this first", NextStep.None, null, true),
        ProblemCodes.StepUpNeeded => new("Sign in again first", NextStep.SignInAgain, "Sign in again", true),
        ProblemCodes.ApprovalClosed => new("It is decided already", NextStep.None, null, true),
        ProblemCodes.NotFound => new("It is no longer there", NextStep.None, null, true),
        ProblemCodes.Unreadable => new("The file cannot be edited safely", NextStep.None, null, true),
        ProblemCodes.WriteFailed => new("The file could not be written", NextStep.Retry, "Try again", true),
        _ => new("Something went wrong", NextStep.Retry, "Try again", false),
    };
}
