using System.Xml.Linq;

namespace SessionState.Engine.Tests.SecondEvaluator;

/// <summary>
/// The effective value once more, written plainly and slowly from the documented rules (node by node from the server down; for each node
/// what files above say for it in location tags, then its own file; the last one wins) and from nothing of the engine.
/// </summary>
internal sealed class PlainEvaluator(ServerFiles files, PlainSetting setting)
{
    public const string Error = "error";

    /// <summary>The value, or <see cref="Error"/>.</summary>
    public string Read(string path)
    {
        var chain = Chain(path);
        var all = Inputs(chain);
        var application = PlainLayout.ApplicationRoot(files, path);
        var seen = all.Where(input => input.InheritsInChildApplications || input.Target.Length >= application.Length).ToList();
        var value = setting.Default;
        foreach (var input in seen)
        {
            if (!IsLegal(input, all, seen))
            {
                return Error;
            }

            value = Raw(input) is { } raw ? setting.Canonical(raw)! : value;
        }

        return value;
    }

    /// <summary>"", "site", "site/app", … down to the path.</summary>
    private static List<string> Chain(string path)
    {
        var chain = new List<string> { "" };
        for (var end = 0; end >= 0 && path.Length > 0;)
        {
            end = path.IndexOf('/', end + 1);
            chain.Add(end < 0 ? path : path[..end]);
        }

        return chain;
    }

    private List<PlainInput> Inputs(List<string> chain)
    {
        var inputs = new List<PlainInput>();
        foreach (var node in chain)
        {
            foreach (var owner in chain.Where(above => above.Length < node.Length))
            {
                inputs.AddRange(Tags(owner).Where(tag => tag.Target.Equals(node, StringComparison.OrdinalIgnoreCase)));
            }

            inputs.AddRange(Own(node));
        }

        return inputs;
    }

    // ASP.NET does not read applicationHost.config.
    private XElement? File(string node) =>
        node.Length == 0 ? setting.IsManaged ? null : files.Host : PlainLayout.Folder(files, node) is { } folder ? files.WebConfig(folder) : null;

    private IEnumerable<PlainInput> Tags(string owner) => Locations(owner)
        .Where(tag => Path(tag).Length > 0)
        .SelectMany(tag => Sections(tag).Select(found => new PlainInput(owner, Join(owner, Path(tag)), tag, found)));

    private IEnumerable<PlainInput> Own(string node) => Sections(File(node)).Select(found => new PlainInput(node, node, null, found))
        .Concat(Locations(node).Where(tag => Path(tag).Length == 0).SelectMany(
            tag => Sections(tag).Select(found => new PlainInput(node, node, tag, found))));

    private IEnumerable<XElement> Locations(string owner) => File(owner)?.Elements("location") ?? [];

    private IEnumerable<XElement> Sections(XElement? holder) =>
        holder?.Elements(setting.Group).Elements(setting.Section) ?? [];

    private static string Path(XElement tag) => (string?)tag.Attribute("path") is { } path and not "." ? path : "";

    private static string Join(string owner, string path) => owner.Length == 0 ? path : $"{owner}/{path}";

    private XElement? Element(PlainInput input) => setting.Element is null ? input.Section : input.Section.Element(setting.Element);

    private string? Raw(PlainInput input) => (string?)Element(input)?.Attribute(setting.Attribute);

    private bool IsLegal(PlainInput input, List<PlainInput> all, List<PlainInput> seen) =>
        (Raw(input) is not { } raw || setting.Canonical(raw) is not null)
        && (!setting.IsForApplicationsOnly || PlainLayout.ApplicationRoot(files, input.Target).Length == input.Target.Length)
        && (input.Owner.Length == 0
            || (!IsSectionLocked(input, all) && !seen.Exists(above => IsAbove(above, input) && IsLockedBy(input, above))))
        && !IsContradicted(input, all);

    // Of a higher file, and for the same node or one above.
    private static bool IsAbove(PlainInput above, PlainInput input) =>
        above.Owner.Length < input.Owner.Length && above.Target.Length <= input.Target.Length;

    // From the file that registers the section to the one above this input's: the nearest tag of a file that says anything counts, and what
    // one file has denied no lower file allows again.
    private bool IsSectionLocked(PlainInput input, List<PlainInput> all)
    {
        var isLocked = !setting.IsManaged && RegisteredMode() == "Deny";
        foreach (var file in all.Where(other => other.Owner.Length < input.Owner.Length).GroupBy(other => other.Owner.Length).OrderBy(file => file.Key))
        {
            var nearest = file.Where(other => IsAbove(other, input) && other.Mode(setting.IsManaged) != "Inherit").MaxBy(other => other.Target.Length);
            var isLockedByAFileAbove = isLocked && file.Key > 0;
            isLocked = nearest is null || isLockedByAFileAbove ? isLocked : nearest.Mode(setting.IsManaged) == "Deny";
        }

        return isLocked;
    }

    private string RegisteredMode() => (string)files.Host
        .Elements("configSections").Elements("sectionGroup").Elements("section")
        .Single(known => (string?)known.Attribute("name") == setting.Section).Attribute("overrideModeDefault")!;

    private bool IsLockedBy(PlainInput input, PlainInput above) =>
        (setting.Element is { } child && Element(input) is not null && Names(above.Section, "lockElements").Contains(child))
        || (Raw(input) is not null && Names(Element(above), "lockAttributes").Contains(setting.Attribute))
        || (string?)above.Section.Attribute("lockItem") == "true";

    private static string[] Names(XElement? holder, string locks) => ((string?)holder?.Attribute(locks))?.Split(',') ?? [];

    // Allowed explicitly by a file for the deeper path, denied by a lower file for the path above it.
    private bool IsContradicted(PlainInput input, List<PlainInput> all) => input.Mode(setting.IsManaged) == "Allow" && all.Exists(
        other => other.Mode(setting.IsManaged) == "Deny" && other.Owner.Length > input.Owner.Length && other.Target.Length < input.Target.Length);
}
