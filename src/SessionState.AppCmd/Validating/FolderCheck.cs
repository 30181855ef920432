using SessionState.AppCmd.Reading;
using SessionState.Contracts;
using SessionState.Engine.Hierarchy;

namespace SessionState.AppCmd.Validating;

/// <summary>Checks each configuration file of a folder by itself.</summary>
internal static class FolderCheck
{
    private static readonly EnumerationOptions Everything = new() { RecurseSubdirectories = true, IgnoreInaccessible = false };

    private static readonly Dictionary<string, ConfigurationFileKind> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["applicationHost.config"] = ConfigurationFileKind.ApplicationHost,
        ["machine.config"] = ConfigurationFileKind.Machine,
        ["web.config"] = ConfigurationFileKind.Web,
    };

    /// <summary>The files, in the order of their names.</summary>
    public static IReadOnlyList<string> Files(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*", Everything).Where(file => Kinds.ContainsKey(Path.GetFileName(file))).Order(StringComparer.Ordinal)];

    /// <summary>What is wrong in one file.</summary>
    public static IEnumerable<Finding> Check(string file)
    {
        try
        {
            return ConfigurationFile.Read(Kinds[Path.GetFileName(file)], file, File.ReadAllBytes(file)).Diagnostics
                .Select(diagnostic => new Finding(EngineWords.ToContract(diagnostic)));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return [new(new(DiagnosticLevel.Error, "unreadable", $"The file cannot be read: {error.Message}", file, null, null, null))];
        }
    }
}
