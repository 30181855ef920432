using SessionState.Engine.Text;

namespace SessionState.Engine.Reading;

/// <summary>Words for what can be wrong with <c>configSections</c>, beginning as IIS words it.</summary>
internal static class DefinitionProblems
{
    internal static Diagnostic Duplicate(string section, string file, int line) => Diagnostic.Error(
        DiagnosticCodes.InvalidSectionDefinition,
        $"There is a duplicate '{section}' section defined.",
        file,
        line,
        "Remove this <section>: the section is already registered, here or in a file above.");

    internal static Diagnostic Second(string file, int line) => Diagnostic.Error(
        DiagnosticCodes.InvalidSectionDefinition,
        "Only one <configSections> element allowed.",
        file,
        line,
        "Move its content into the first <configSections>.");

    internal static Diagnostic NotFirst(string file, int line) => Diagnostic.Error(
        DiagnosticCodes.InvalidSectionDefinition,
        "The <configSections> element must come first in <configuration>.",
        file,
        line,
        "Move <configSections> to the top of <configuration>.");

    internal static Diagnostic Unregistered(string section, string file, int line) => Diagnostic.Error(
        DiagnosticCodes.UnregisteredSection,
        $"The configuration section '{section}' cannot be read because it is missing a section declaration.",
        file,
        line,
        "Remove the section, or install the IIS feature that registers it in <configSections> of applicationHost.config.");
}
