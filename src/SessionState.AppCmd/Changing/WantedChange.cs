using System.Collections.Immutable;
using SessionState.AppCmd.Output;
using SessionState.Contracts;

namespace SessionState.AppCmd.Changing;

/// <summary>What a command asks the Service to do at a node.</summary>
/// <param name="Items">What, at least one.</param>
/// <param name="HasBestCommit">Whether the Service chooses the file where <c>/commit:</c> is not given; else it is the node's own.</param>
/// <param name="Applied">What is printed once it is done.</param>
internal sealed record WantedChange(ImmutableArray<WantedItem> Items, bool HasBestCommit, Func<ChangeTarget, string> Applied)
{
    /// <summary>Which of the items make sense at a node and commit path, or why none does; null: all of them.</summary>
    public Func<NodeDetails, string?, Outcome<List<WantedItem>>>? Narrow { get; init; }

    /// <summary>The request for a node.</summary>
    public Outcome<ChangeRequest> ToRequest(NodeDetails node, string? commitPath)
    {
        IEnumerable<WantedItem> items = Items;
        if (Narrow is not null)
        {
            if (!Narrow(node, commitPath).Succeeded(out var narrowed, out var answer))
            {
                return answer;
            }

            items = narrowed;
        }

        return new ChangeRequest([.. items.Select(item => new ChangeTarget(node.Path, item.Name, item.Action, item.Value, commitPath))], node.Revision);
    }
}
