using SessionState.Engine.Hierarchy;
using SessionState.Engine.Schema;

namespace SessionState.Engine.Editing;

/// <summary>What one place in one file says about a setting, whatever wins: what an undo must put back.</summary>
public static class ExplicitValue
{
    /// <summary>The value in canonical spelling, as written where it is invalid; null where the place does not set it.</summary>
    /// <param name="server">The snapshot.</param>
    /// <param name="path">The node that the place speaks for.</param>
    /// <param name="setting">The setting.</param>
    /// <param name="place">The place.</param>
    public static string? Read(ServerConfiguration server, string path, Setting setting, CommitTarget place)
    {
        string? found = null;
        foreach (var input in server.Find(path)?.State(setting.Section)?.Inputs ?? [])
        {
            if (input.File.Path == place.File && IsSame(input.Section.Location, place.LocationPath)
                && input.Section.Find(setting, out _) is { } attribute)
            {
                found = attribute.Canonical.Length > 0 ? attribute.Canonical : attribute.Raw;
            }
        }

        return found;
    }

    internal static bool IsSame(LocationTag? tag, string? path) =>
        (tag is null || tag.IsOwnLevel ? "" : tag.Path).Equals(path ?? "", StringComparison.OrdinalIgnoreCase);
}
