using SessionState.Contracts;

namespace SessionState.Service.Changes.Approvals;

/// <summary>Why a change is not made without a second person, or a request is not made or decided.</summary>
internal static class ApprovalProblems
{
    private const string HowToAsk = "Ask for an approval in the dashboard: make the change there, and choose Request approval in its review.";

    public static Problem SelfApproval { get; } = new(
        ProblemCodes.Forbidden, "Not allowed", "You asked for this change yourself, with this account or one that is called the same.", 403)
    {
        Remedy = "Somebody else who may approve changes there must decide.",
    };

    public static Problem NotOnTheConsole { get; } = new(
        ProblemCodes.Forbidden,
        "Not allowed",
        "Changes are approved by people who signed in to the dashboard: a user of the machine may act as several of them.",
        403)
    {
        Remedy = "Sign in to the dashboard and decide on its page Approvals.",
    };

    public static Problem NotEverywhere { get; } = new(
        ProblemCodes.Forbidden, "Not allowed", "This change is felt at places where you may not approve changes.", 403)
    {
        Remedy = "Somebody who may approve changes at all of them must decide.",
    };

    public static Problem NoBreakGlass { get; } = new(
        ProblemCodes.Forbidden, "Not allowed", "You have no grant to do without a second person in an emergency, or not at all places that this change is felt at.", 403)
    {
        Remedy = HowToAsk,
    };

    public static Problem ApproverGone { get; } = new(
        ProblemCodes.ApprovalNeeded, "The approval does not hold any more", "The grant by which this change was approved has ended. Nothing was changed.", 403)
    {
        Remedy = "Ask for an approval once more.",
    };

    public static Problem NotYours { get; } = new(
        ProblemCodes.Forbidden, "Not allowed", "Somebody else asked for this; only they can withdraw it.", 403)
    {
        Remedy = "Reject it, if you may decide.",
    };

    public static Problem Stale { get; } = new(
        ProblemCodes.Stale,
        "The configuration changed in the meantime",
        "The files were changed after this was asked for, so what would be written is no longer what was shown. The request is void.",
        409)
    {
        Remedy = "Whoever asked can preview the change again and ask once more.",
    };

    public static Problem NotNeeded { get; } = Problems.Invalid(
        "change", "This change takes no second person.", "Apply it.");

    public static Problem TooManyOpen { get; } = Problems.Invalid(
        "change", "You have many requests open already.", "Withdraw one, or wait until somebody decides.");

    public static Problem NoSuchRequest(Guid id) =>
        new(ProblemCodes.NotFound, "No such request", $"No request for an approval has the id {id}.", 404) { Field = "id" };

    public static Problem Needed(IEnumerable<string> reasons) => new(
        ProblemCodes.ApprovalNeeded,
        "This takes a second person",
        $"Somebody else must approve this change first. {string.Join(' ', reasons)} Nothing was changed.",
        403)
    {
        Remedy = HowToAsk,
    };

    /// <summary>Somebody asked, and nobody approved.</summary>
    public static Problem NotApproved(ApprovalInfo info) => info.IsOpen
        ? new(ProblemCodes.ApprovalNeeded, "Nobody has approved it yet", "The change waits for its approval. Nothing was changed.", 403)
        {
            Remedy = "Wait until somebody decides, or ask somebody who may approve changes there.",
        }
        : new(ProblemCodes.ApprovalNeeded, "It was not approved", $"{Became(info)} Nothing was changed.", 403) { Remedy = "Ask for an approval once more." };

    public static Problem Closed(ApprovalInfo info) => new(ProblemCodes.ApprovalClosed, "It is decided already", Became(info), 409)
    {
        Remedy = info.IsOpen ? "The change can be made now by whoever asked for it." : "Whoever asked can ask once more.",
    };

    private static string Became(ApprovalInfo info) => info.State switch
    {
        ApprovalState.Approved => $"{info.DecidedBy} approved the request.",
        ApprovalState.Rejected => $"{info.DecidedBy} rejected the request.",
        ApprovalState.Withdrawn => "The request was withdrawn.",
        ApprovalState.Expired => "The request's time is over.",
        ApprovalState.Void => "The configuration changed after the request was made, so it is void.",
        ApprovalState.Applied => "The change was made.",
        _ => "The change was begun and not made.",
    };
}
