using System.Security;
using System.Text;
using SessionState.Engine.Effective;
using SessionState.Engine.Hierarchy;
using SessionState.Engine.Schema;

namespace SessionState.Fuzz.Targets;

/// <summary>The path of a location tag or a request: whatever it is, it names one node or none, and no other than the one it spells.</summary>
internal static class LocationTarget
{
    public static FuzzTarget Target { get; } = new(
        "location",
        ["Shop", "SHOP", "store", "/", "//", "..", ".", "\\", "%2f", "%2E", "%00", "\n", " ", ":", "*", "x.asp", "ı", "İ", "ß", "é", "e\u0301"],
        Check);

    private static void Check(byte[] bytes)
    {
        var path = Encoding.UTF8.GetString(bytes);
        var server = Server(path);
        var node = server.Find(path);
        if (!LocationPath.IsValid(path))
        {
            Hold.That(node is null || path.Length == 0 || path.EndsWith('/'), "an invalid path names nothing");
            return;
        }

        var segments = path.Split('/');
        Hold.That(segments.All(segment => segment.TrimEnd('.', ' ').Length == segment.Length && segment.Length > 0), "no segment is another's");
        Hold.That(node is null || node.Path.Equals(path, StringComparison.OrdinalIgnoreCase), "a node has the path it was asked by");
        Hold.That(node is not null == segments[0].Equals("Shop", StringComparison.OrdinalIgnoreCase), "a path below a site names a node");
        if (node is not null && IsXml(path))
        {
            Hold.That(EffectiveValueReader.Read(node, Settings.AllowSessionState).Value == "false", "the tag for a path counts there");
            Hold.That(Value(server, "Shop") == (segments.Length == 1 ? "false" : "true"), "and not above");
        }
    }

    private static string? Value(ServerConfiguration server, string path) =>
        EffectiveValueReader.Read(server.Find(path)!, Settings.AllowSessionState).Value;

    // In an attribute's value line ends and tabs become blanks, and some characters cannot be.
    private static bool IsXml(string path) => path.All(character => character >= ' ' && System.Xml.XmlConvert.IsXmlChar(character));

    private static ServerConfiguration Server(string path)
    {
        var tag = IsXml(path)
            ? $"""<location path="{SecurityElement.Escape(path)}"><system.webServer><asp><session allowSessionState="false" /></asp></system.webServer></location>"""
            : "";
        var file = ConfigurationFile.Read(
            ConfigurationFileKind.ApplicationHost,
            "f",
            $"""
            <configuration><configSections><sectionGroup name="system.webServer"><section name="asp" /></sectionGroup></configSections>
            <system.applicationHost><sites><site name="Shop" id="1"><application path="/"><virtualDirectory path="/" physicalPath="/shop" /></application>
            <application path="/store"><virtualDirectory path="/" physicalPath="/store" /></application></site></sites></system.applicationHost>{tag}</configuration>
            """);
        return ServerConfiguration.Build(file, ServerLayout.Read(file, new Dictionary<string, string>()), (_, _) => ContentRoot.Unknown);
    }
}
