using System.Collections.Frozen;

namespace SessionState.AppCmd.Grammar;

/// <summary>The parameters that every command understands or refuses itself; <c>/!name</c> reaches a property of the same name.</summary>
internal static class GeneralParameters
{
    private static readonly FrozenSet<string> Names = new[]
    {
        "?", "text", "xml", "in", "config", "metadata", "commit", "debug",
        "apphostconfig", "pathmap", "machineconfig", "rootwebconfig",
        "server", "reason", "ticket", "breakglass",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // Known, so that they are not mistaken for properties; not built yet.
    private static readonly FrozenSet<string> Unsupported =
        new[] { "metadata", "debug" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Those that a shell offers.</summary>
    public static IReadOnlyList<string> Offered { get; } = [.. Names.Except(Unsupported).Where(name => name != "?").Order(StringComparer.Ordinal)];

    public static bool Contains(Parameter parameter) => !parameter.IsEscaped && Names.Contains(parameter.Name);

    public static bool IsUnsupported(Parameter parameter) => !parameter.IsEscaped && Unsupported.Contains(parameter.Name);

    public static bool IsRepeatable(Parameter parameter) => parameter.Is("pathmap");
}
