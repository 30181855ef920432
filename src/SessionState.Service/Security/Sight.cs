using SessionState.Service.Grants;

namespace SessionState.Service.Security;

/// <summary>What somebody may see of the server.</summary>
/// <param name="Tree">Which nodes are there.</param>
/// <param name="Values">Of which nodes also the values.</param>
/// <param name="History">Of which nodes also the changes.</param>
/// <param name="Audit">Of which nodes also everything else that is recorded.</param>
internal sealed record Sight(View Tree, View Values, View History, View Audit)
{
    public static Sight Everything { get; } = new(View.Everything, View.Everything, View.Everything, View.Everything);

    /// <summary>Whether nothing of the tree is hidden.</summary>
    public bool IsWhole => Tree.IsEverything && Values.IsEverything && History.IsEverything;

    /// <summary>Whether a node may be named at all: it may be seen, or the way to one that may leads through it.</summary>
    public bool Names(string path) => Tree.Holds(path) || Tree.LeadsThrough(path);

    /// <summary>Whether a node may be shown with its values.</summary>
    public bool Shows(string path) => Tree.Holds(path) && Values.Holds(path);
}
