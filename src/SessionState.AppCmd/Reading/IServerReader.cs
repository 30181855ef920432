using SessionState.AppCmd.Output;

namespace SessionState.AppCmd.Reading;

/// <summary>
/// Where answers come from. An interface because it has two real sides: files read here, and a configuration service.
/// </summary>
internal interface IServerReader : IDisposable
{
    /// <summary>For people: where the answers come from.</summary>
    string Source { get; }

    /// <summary>The sites, in the order of the file or of the service.</summary>
    Task<Outcome<IReadOnlyList<ListedSite>>> ListSitesAsync(CancellationToken cancellationToken);

    Task<Outcome<IReadOnlyList<ListedApplication>>> ListApplicationsAsync(CancellationToken cancellationToken);

    Task<Outcome<IReadOnlyList<ListedVirtualDirectory>>> ListVirtualDirectoriesAsync(CancellationToken cancellationToken);

    Task<Outcome<IReadOnlyList<ListedPool>>> ListPoolsAsync(CancellationToken cancellationToken);

    /// <summary>Looks through the pages of a node and of what is below it in the same application.</summary>
    Task<Outcome<ListedPages>> FindPagesAsync(string path, CancellationToken cancellationToken);

    /// <summary>Hands over nodes one by one, a parent before its children.</summary>
    /// <returns>Null when all were handed over, else why not.</returns>
    Task<Answer?> ExplainAsync(ExplainRequest request, Action<ExplainedNode> visit, CancellationToken cancellationToken);
}
