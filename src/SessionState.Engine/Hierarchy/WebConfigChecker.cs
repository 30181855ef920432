using System.Collections.Frozen;
using SessionState.Engine.Reading;
using SessionState.Engine.Text;

namespace SessionState.Engine.Hierarchy;

/// <summary>Finds what makes IIS refuse a node's whole web.config, and with it the node.</summary>
internal sealed class WebConfigChecker(Registrations registrations)
{
    private readonly FrozenSet<string> _registered = registrations.ApplicationHost.Definitions.Select(definition => definition.Name).ToFrozenSet();
    private readonly FrozenSet<string> _names = RegisteredNames.InWebServer(registrations.ApplicationHost.Definitions).ToFrozenSet();

    /// <summary>The error; null where the file can be used or there is none.</summary>
    internal Diagnostic? Check(ConfigurationNode node)
    {
        if (node.Mapping is { Content: { Folder: null, Problem: { Severity: DiagnosticSeverity.Error } unknown } } mapping)
        {
            return ReferenceEquals(mapping.Node, node) ? unknown : null;
        }

        return node is { WebConfig: { } file, WebConfigCounts: true } ? file.Fatal ?? Registered(file, node.Runs) ?? Unregistered(file) : null;
    }

    private Diagnostic? Registered(ConfigurationFile file, int framework)
    {
        foreach (var definition in file.Definitions)
        {
            if (_registered.Contains(definition.Name) || registrations.Frameworks.Levels[framework].Registers(definition.Name))
            {
                return DefinitionProblems.Duplicate(definition.Name, file.Path, definition.Line);
            }
        }

        return null;
    }

    private Diagnostic? Unregistered(ConfigurationFile file)
    {
        foreach (var use in _names.Count == 0 ? [] : file.Uses)
        {
            if (!_names.Contains(use.Name))
            {
                return DefinitionProblems.Unregistered($"system.webServer/{use.Name}", file.Path, use.Line);
            }
        }

        return null;
    }
}
