using SessionState.Dashboard.Model.Frame;
using SessionState.Dashboard.Model.Trees;

namespace SessionState.Dashboard.Model.Overview;

/// <summary>A part of a whole, and the filter that shows exactly it in the tree.</summary>
/// <param name="Label">Its name.</param>
/// <param name="Icon">Its icon in icons.svg, so that it is not told by its colour alone.</param>
/// <param name="Tone">Its colour: "on", "off", "error", "here", "inherited", "default", or "1" to "6" where there is no meaning in it.</param>
/// <param name="Count">How many nodes it has.</param>
/// <param name="Filter">The filter.</param>
public sealed record Share(string Label, string Icon, string Tone, int Count, NodeFilter Filter)
{
    public string Url => DashboardUrls.Tree(Filter);
}
