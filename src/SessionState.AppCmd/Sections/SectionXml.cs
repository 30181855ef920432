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
    /// <param name="settings">The settings, in the order of <paramref name="node"/>'s.</param>
    /// <param name="withInherited">True for inherited and default values too; else only what is set for this very node.</param>
    public static void Write(CommandOutput output, ExplainedNode node, IReadOnlyList<Setting> settings, bool withInherited)
    {
        var pairs = settings.Zip(node.Settings).ToList();
        foreach (var section in pairs.GroupBy(pair => pair.First.Section))
        {
            var names = section.Key.Split('/');
            for (var depth = 0; depth < names.Length; depth++)
            {
                output.Line($"{Indent(depth)}<{names[depth]}>");
            }

            foreach (var element in section.GroupBy(pair => pair.First.Element))
            {
                var attributes = element
                    .Where(pair => withInherited || IsSetHere(pair.Second, node.Path))
                    .Select(pair => $" {pair.First.Attribute}=\"{XmlText.Attribute(pair.Second.Value!)}\"");
                output.Line($"{Indent(names.Length)}<{element.Key}{string.Concat(attributes)} />");
            }

            for (var depth = names.Length - 1; depth >= 0; depth--)
            {
                output.Line($"{Indent(depth)}</{names[depth]}>");
            }
        }
    }

    private static bool IsSetHere(ExplainedSetting setting, string path) =>
        setting.Origin?.ConfigurationPath.Equals(path, StringComparison.OrdinalIgnoreCase) ?? false;

    private static string Indent(int depth) => new(' ', depth * 2);
}
