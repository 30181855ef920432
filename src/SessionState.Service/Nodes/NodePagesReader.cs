using SessionState.Contracts;
using SessionState.Engine.Effective;
using SessionState.Engine.Pages;
using SessionState.Engine.Schema;
using SessionState.Files;
using SessionState.Files.Pages;

namespace SessionState.Service.Nodes;

/// <summary>Looks through the pages of a node: one look at a time, because it reads thousands of files.</summary>
internal sealed class NodePagesReader(ConfigurationSet files) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);

    public async Task<ServiceResult<NodePages>> ReadAsync(string path, CancellationToken cancellationToken)
    {
        if (files.Current.Server.Find(path) is not { } node)
        {
            return NodeProblems.Unknown(path);
        }

        await _turn.WaitAsync(cancellationToken);
        try
        {
            var scan = await Task.Run(() => files.FindPages(node, new PageScanLimits(), cancellationToken), cancellationToken);
            var asp = EffectiveValueReader.Read(node.Application ?? node, Settings.AllowSessionState).Value;
            return ToContract(node.Path, scan, asp is null ? null : asp == "true");
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private static NodePages ToContract(string path, PageScan scan, bool? asp)
    {
        var pages = scan.Pages.Select(page => ToContract(page, asp)).OrderBy(page => !page.SaysOtherwise).ToList();
        return new(
            path,
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

    private static PageFinding ToContract(FoundPage page, bool? asp)
    {
        var facts = page.Facts;
        var verdict = PageVerdict.Of(facts, asp);
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
