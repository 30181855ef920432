using SessionState.Contracts;

namespace SessionState.Dashboard.Model.Approvals;

/// <summary>The requests that a person sees, by what there is to do about them.</summary>
/// <param name="Items">All, the newest first.</param>
public sealed record ApprovalBoard(IReadOnlyList<ApprovalInfo> Items)
{
    public static ApprovalBoard Empty { get; } = new([]);

    /// <summary>They can decide these.</summary>
    public IReadOnlyList<ApprovalInfo> ForMe => [.. Items.Where(info => info.MayDecide)];

    /// <summary>They asked for these, and something can still happen.</summary>
    public IReadOnlyList<ApprovalInfo> Mine => [.. Items.Where(info => info.IsMine && info.IsOpen)];

    /// <summary>Open, and it is for others to do something.</summary>
    public IReadOnlyList<ApprovalInfo> Others => [.. Items.Where(info => info is { IsOpen: true, IsMine: false, MayDecide: false })];

    public IReadOnlyList<ApprovalInfo> Closed => [.. Items.Where(info => !info.IsOpen)];

    /// <summary>How many wait for this person to do something: to decide, or to make what was approved.</summary>
    public int Count => Items.Count(info => info.MayDecide || info is { IsMine: true, State: ApprovalState.Approved });

    /// <summary>The open ones about a node.</summary>
    public IReadOnlyList<ApprovalInfo> About(string path) =>
        [.. Items.Where(info => info.IsOpen && info.Path.Equals(path, StringComparison.OrdinalIgnoreCase))];
}
