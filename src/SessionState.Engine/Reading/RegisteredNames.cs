using SessionState.Engine.Hierarchy;

namespace SessionState.Engine.Reading;

/// <summary>Which elements may stand directly in <c>system.webServer</c>.</summary>
internal static class RegisteredNames
{
    private const string Group = "system.webServer/";

    /// <summary>The first names below the group: "asp", "httpErrors", "security".</summary>
    internal static IEnumerable<string> InWebServer(IEnumerable<SectionDefinition> definitions)
    {
        foreach (var definition in definitions)
        {
            if (definition.Name.StartsWith(Group, StringComparison.Ordinal))
            {
                var slash = definition.Name.IndexOf('/', Group.Length);
                yield return slash < 0 ? definition.Name[Group.Length..] : definition.Name[Group.Length..slash];
            }
        }
    }
}
