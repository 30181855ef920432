using SessionState.Engine.Hierarchy;
using SessionState.Engine.Locking;
using SessionState.Engine.Text;
using SessionState.Engine.Xml;

namespace SessionState.Engine.Reading;

/// <summary>Reads the attributes of a <c>location</c> tag.</summary>
internal static class LocationTagReader
{
    private const string Remedy = "Correct the <location> tag, or remove that attribute.";

    internal static LocationTag Read(CheckedXmlReader reader, string file)
    {
        var (path, inherit, line) = ("", true, reader.Line);
        OverrideMode? mode = null, legacy = null;
        Diagnostic? problem = null;
        while (reader.NextAttribute())
        {
            var value = reader.Value;
            var isKnown = true;
            switch (reader.Name)
            {
                case "path":
                    path = value;
                    break;
                case "overrideMode":
                    mode = Mode(value);
                    isKnown = mode is not null;
                    break;
                case "allowOverride":
                    legacy = Flag(value) is { } allow ? (allow ? OverrideMode.Allow : OverrideMode.Deny) : null;
                    isKnown = legacy is not null;
                    break;
                case "inheritInChildApplications":
                    inherit = Flag(value) ?? true;
                    isKnown = Flag(value) is not null;
                    break;
                default:
                    problem ??= reader.Name.StartsWith("xmlns", StringComparison.Ordinal) ? null : Unknown(reader.Name, file, line);
                    break;
            }

            problem ??= isKnown ? null : Invalid(reader.Name, file, line);
        }

        problem ??= mode is not null && legacy is not null ? Both(path, file, line) : null;
        var isIdle = path is not ("" or ".") && !LocationPath.IsValid(path);
        problem ??= isIdle ? NoPath(path, file, line) : null;
        return new LocationTag
        {
            Path = path,
            IsIdle = isIdle,
            OverrideMode = mode ?? legacy ?? OverrideMode.Inherit,
            IsLegacyAllow = mode is null && legacy == OverrideMode.Allow,
            InheritInChildApplications = inherit,
            Line = line,
            Problem = problem,
        };
    }

    private static OverrideMode? Mode(string value) => value switch
    {
        "Allow" => OverrideMode.Allow,
        "Deny" => OverrideMode.Deny,
        "Inherit" => OverrideMode.Inherit,
        _ => null,
    };

    private static bool? Flag(string value) => bool.TryParse(value, out var flag) ? flag : null;

    private static Diagnostic Both(string path, string file, int line) => Diagnostic.Error(
        DiagnosticCodes.InvalidLocation,
        $"The location tag '{path}' has both overrideMode and allowOverride.",
        file,
        line,
        "Keep overrideMode and remove allowOverride.");

    private static Diagnostic Invalid(string attribute, string file, int line) =>
        Diagnostic.Error(DiagnosticCodes.InvalidLocation, $"The '{attribute}' attribute of the location tag is invalid.", file, line, Remedy);

    private static Diagnostic Unknown(string attribute, string file, int line) =>
        Diagnostic.Error(DiagnosticCodes.InvalidLocation, $"Unrecognized attribute '{attribute}' of the location tag.", file, line, Remedy);

    private static Diagnostic NoPath(string path, string file, int line) => Diagnostic.Warning(
        DiagnosticCodes.InvalidLocation,
        $"The location tag's path '{path}' can name no site, application, folder or file, so the tag has no effect.",
        file,
        line,
        "Write the path as Site/application/folder, without a slash at either end.");
}
