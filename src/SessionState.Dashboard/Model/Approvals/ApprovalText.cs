using SessionState.Contracts;
using SessionState.Dashboard.Model.Frame;

namespace SessionState.Dashboard.Model.Approvals;

/// <summary>Requests for a second person, in words.</summary>
public static class ApprovalText
{
    public static string State(ApprovalState state) => state switch
    {
        ApprovalState.Waiting => "Waiting",
        ApprovalState.Approved => "Approved",
        ApprovalState.Rejected => "Rejected",
        ApprovalState.Withdrawn => "Withdrawn",
        ApprovalState.Expired => "Too late",
        ApprovalState.Void => "Void",
        ApprovalState.Applied => "Done",
        _ => "Not made",
    };

    public static string Icon(ApprovalState state) => state switch
    {
        ApprovalState.Waiting => "clock",
        ApprovalState.Approved or ApprovalState.Applied => "check",
        ApprovalState.Rejected or ApprovalState.Failed => "error",
        _ => "dash",
    };

    /// <summary>What became of it and what comes next, in a sentence or two.</summary>
    public static string WhatComes(ApprovalInfo info, BrowserClock clock) => info.State switch
    {
        ApprovalState.Waiting when info.IsMine => $"Somebody else must decide before {clock.Local(info.ExpiresAt)}.",
        ApprovalState.Waiting when info.MayDecide => $"You can decide until {clock.Local(info.ExpiresAt)}.",
        ApprovalState.Waiting => $"Somebody who may approve changes there must decide before {clock.Local(info.ExpiresAt)}.",
        ApprovalState.Approved when info.IsMine => $"{info.DecidedBy} approved it. Make the change before {clock.Local(info.ExpiresAt)}.",
        ApprovalState.Approved => $"{info.DecidedBy} approved it. {info.Who} can make the change before {clock.Local(info.ExpiresAt)}.",
        ApprovalState.Rejected => $"{info.DecidedBy} rejected it.",
        ApprovalState.Withdrawn => $"{info.Who} does not want it any more.",
        ApprovalState.Expired => "Its time was over before it was decided or made.",
        ApprovalState.Void => "The files were changed after it was asked for, so what was shown is not what would be written.",
        ApprovalState.Applied => "The change was made.",
        _ => "The change was begun and not made.",
    };

    /// <summary>Where: a node, or how many targets.</summary>
    public static string Place(ApprovalInfo info) => info.TargetCount > 1 ? $"{Nodes.NodeText.Path(info.Path)} and {info.TargetCount - 1} more"
        : Nodes.NodeText.Path(info.Path);
}
