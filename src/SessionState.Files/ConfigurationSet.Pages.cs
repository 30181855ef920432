using SessionState.Engine.Hierarchy;
using SessionState.Files.Pages;

namespace SessionState.Files;

public sealed partial class ConfigurationSet
{
    /// <summary>
    /// Reads the pages of a node and of what is below it in the same application, as they are on the disk now; applications below are
    /// nodes of their own. It reads many files, so it is for one who asks, and waits for nothing that the set does.
    /// </summary>
    /// <param name="node">A node of a snapshot of this set.</param>
    /// <param name="limits">How much to read at most.</param>
    /// <param name="cancellation">Stops between two files.</param>
    public PageScan FindPages(ConfigurationNode node, PageScanLimits limits, CancellationToken cancellation)
    {
        using var opener = _disk.CreateOpener();
        return new PageFinder(opener, limits, cancellation).Find(node);
    }
}
