using System.Xml.Linq;

namespace SessionState.Engine.Tests.SecondEvaluator;

/// <summary>A server as plain texts, for both evaluators.</summary>
/// <param name="ApplicationHost">Text of applicationHost.config.</param>
/// <param name="WebConfigs">Folder ("/a/docs") to the text of its web.config.</param>
/// <param name="Folders">Every folder there is.</param>
internal sealed record ServerFiles(string ApplicationHost, Dictionary<string, string> WebConfigs, string[] Folders)
{
    private readonly Dictionary<string, XElement> _parsed = [];

    public XElement Host => field ??= XElement.Parse(ApplicationHost);

    /// <summary>The web.config of a folder; null for none.</summary>
    public XElement? WebConfig(string folder)
    {
        if (!_parsed.ContainsKey(folder) && WebConfigs.TryGetValue(folder, out var text))
        {
            _parsed.Add(folder, XElement.Parse(text));
        }

        return _parsed.GetValueOrDefault(folder);
    }

    public override string ToString() =>
        ApplicationHost + string.Concat(WebConfigs.Select(file => $"\n--- {file.Key}/web.config\n{file.Value}"));
}
