using SessionState.AppCmd.Output;
using SessionState.AppCmd.Reading;
using SessionState.Engine.Schema;

namespace SessionState.AppCmd.Sections;

/// <summary>
/// Sections as <c>list config</c> prints them: in their groups, an element without attributes as <c>&lt;session /&gt;</c>.
/// </summary>
internal static class SectionXml
{
    /// <param name="output">Where to.</param>
    /// <param name="node">The node with these settings' values.</param>
    /// <param name="settings">The settings, in the order of their schema.</param>
    /// <param name="withInherited">True for inherited and default values too; else only what is set for this very node.</param>
    public static void Write(CommandOutput output, ExplainedNode node, IReadOnlyList<Setting> settings, bool withInherited)
    {
        var values = node.Settings.ToDictionary(setting => setting.Setting, StringComparer.OrdinalIgnoreCase);
        var pairs = settings.Where(setting => values.ContainsKey(setting.Name)).Select(setting => (First: setting, Second: values[setting.Name])).ToList();
        foreach (var section in pairs.GroupBy(pair => pair.First.Section))
        {
            var names = section.Key.Split('/');
            var own = Attributes(section.Where(pair => pair.First.Element.Length == 0), node, withInherited);
            var elements = section.Where(pair => pair.First.Element.Length > 0).GroupBy(pair => pair.First.Element).ToList();
            var last = names.Length - 1;
            for (var depth = 0; depth <= last; depth++)
            {
                var isEmpty = depth == last && elements.Count == 0;
                output.Line($"{Indent(depth)}<{names[depth]}{(depth == last ? own : "")}{(isEmpty ? " /" : "")}>");
            }

            foreach (var element in elements)
            {
                output.Line($"{Indent(names.Length)}<{element.Key}{Attributes(element, node, withInherited)} />");
            }

            for (var depth = elements.Count == 0 ? last - 1 : last; depth >= 0; depth--)
            {
                output.Line($"{Indent(depth)}</{names[depth]}>");
            }
        }
    }

    private static string Attributes(IEnumerable<(Setting First, ExplainedSetting Second)> pairs, ExplainedNode node, bool withInherited) =>
        string.Concat(pairs
            .Where(pair => withInherited || IsSetHere(pair.Second, node.Path))
            .Select(pair => $" {pair.First.Attribute}=\"{XmlText.Attribute(pair.Second.Value!)}\""));

    private static bool IsSetHere(ExplainedSetting setting, string path) =>
        setting.Origin?.ConfigurationPath.Equals(path, StringComparison.OrdinalIgnoreCase) ?? false;

    private static string Indent(int depth) => new(' ', depth * 2);
}
