using SessionState.Engine.Hierarchy;
using SessionState.Engine.Xml;

namespace SessionState.Engine.Features;

/// <summary>
/// Reads a section that lists features. A server has hundreds of entries there, so only the few that matter are kept; and a site's owner cannot
/// make us keep many.
/// </summary>
internal sealed class FeatureListReader(CheckedXmlReader reader, ConfigurationFileKind kind)
{
    /// <summary>Most entries kept of one section, and most sections of one web.config.</summary>
    private const int Most = 256;

    private readonly List<FeatureItem> _items = [];
    private int _lists;

    /// <summary>Whether the reader is on such a section, or on the group around one.</summary>
    internal static bool IsFeature(string name) => name is FeatureSections.Handlers or FeatureSections.Modules or FeatureSections.GlobalModules or "security";

    /// <summary>What the section says; null where it is the group and holds none.</summary>
    internal FeatureList? Read(LocationTag? location)
    {
        if (reader.Name != "security")
        {
            return ReadList(reader.Name, location);
        }

        FeatureList? list = null;
        for (var group = reader.Enter(); reader.NextChild(group);)
        {
            list = reader.Name == FeatureSections.IsapiRestriction ? ReadList(reader.Name, location) : list;
        }

        return list;
    }

    private FeatureList? ReadList(string section, LocationTag? location)
    {
        var (line, allowsUnlisted, removesOthers) = (reader.Line, false, false);
        while (reader.NextAttribute())
        {
            allowsUnlisted |= reader.Name == "notListedIsapisAllowed" && IsTrue(reader.Value);
        }

        _items.Clear();
        for (var inside = reader.Enter(); reader.NextChild(inside);)
        {
            var item = ReadItem();
            if (item.Action == FeatureAction.Clear)
            {
                _items.Clear();
            }

            if (FeatureSections.Matters(section, item))
            {
                _items.Add(item);
            }
            else
            {
                removesOthers |= item.Action == FeatureAction.Remove;
            }

            if (_items.Count > Most)
            {
                return FeatureList.TooMuch;
            }
        }

        // Of applicationHost.config it matters that a section is there at all.
        var isOfWeb = kind == ConfigurationFileKind.Web;
        return isOfWeb && _items.Count == 0 && !removesOthers ? null
            : isOfWeb && ++_lists > Most ? FeatureList.TooMuch
            : new FeatureList(section, location, [.. _items], removesOthers, allowsUnlisted, line);
    }

    private FeatureItem ReadItem()
    {
        var action = reader.Name switch { "remove" => FeatureAction.Remove, "clear" => FeatureAction.Clear, _ => FeatureAction.Add };
        var (name, path, verbs, processor, modules, type, isAllowed) = ("", "", "*", "", "", "", false);
        var line = reader.Line;
        while (reader.NextAttribute())
        {
            switch (reader.Name)
            {
                case "name":
                    name = reader.Value;
                    break;
                case "path":
                    path = reader.Value;
                    break;
                case "verb":
                    verbs = reader.Value;
                    break;
                case "scriptProcessor":
                    processor = reader.Value;
                    break;
                case "modules":
                    modules = reader.Value;
                    break;
                case "type":
                    type = reader.Value;
                    break;
                case "allowed":
                    isAllowed = IsTrue(reader.Value);
                    break;
            }
        }

        var target = processor.Length > 0 ? processor : type.Length > 0 ? type : modules;
        return new FeatureItem(action, name, path, verbs, target, isAllowed, line);
    }

    private static bool IsTrue(string value) => bool.TryParse(value, out var flag) && flag;
}
