using SessionState.Contracts;
using SessionState.Engine.Hierarchy;
using SessionState.Engine.Pages;
using SessionState.Files;
using SessionState.Files.Pages;
using SessionState.Service.Security;

namespace SessionState.Service.Nodes;

/// <summary>Looks through the pages of a node: one look at a time, because it reads thousands of files.</summary>
internal sealed class NodePagesReader(ConfigurationSet files, NodeAccess access) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);

    public async Task<ServiceResult<NodePages>> ReadAsync(Caller caller, string path, CancellationToken cancellationToken)
    {
        var server = files.Current.Server;
        if (!access.Find(server, caller, path).Succeeded(out var node, out var problem))
        {
            return problem;
        }

        await _turn.WaitAsync(cancellationToken);
        try
        {
            var scan = await Task.Run(() => files.FindPages(node, new PageScanLimits(), cancellationToken), cancellationToken);
            return ToContract(server, node, scan);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private static NodePages ToContract(ServerConfiguration server, ConfigurationNode node, PageScan scan)
    {
        // A disk may have names that are no paths of IIS.
        var pages = scan.Pages.Select(page => ToContract(page, PageSituation.Of(server.Find(page.Path) ?? node))).OrderBy(page => !page.SaysOtherwise).ToList();
        return new(
            node.Path,
            scan.FilesRead,
            pages.Count(page => page is { Runtime: PageRuntime.Asp, FirstUse: not null }),
            pages.Count(page => page is { Runtime: PageRuntime.AspNet, FirstUse: not null }),
            pages.Count(page => page.SaysOtherwise),
            [.. pages.Take(NodePages.MaxPages)],
            pages.Count,
            [.. scan.Skipped.Select(skipped => new SkippedFile(skipped.File, skipped.Why))],
            scan.SkippedCount,
            scan.Incomplete);
    }

    private static PageFinding ToContract(FoundPage page, PageSituation here)
    {
        var facts = page.Facts;
        var verdict = PageVerdict.Of(facts, here);
        return new(
            page.Path,
            page.File,
            facts.IsClassicAsp ? PageRuntime.Asp : PageRuntime.AspNet,
            facts.Directive is { } directive ? new(directive.Written, directive.Line) : null,
            facts.FirstUse is { } use ? ToContract(use) : null,
            facts.UseCount,
            [.. facts.Events.Select(ToContract)],
            verdict.SaysOtherwise,
            verdict.Note);
    }

    private static PageUse ToContract(SessionUse use) => new(use.What, use.Line);
}
