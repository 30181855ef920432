using SessionState.Engine.Locking;
using SessionState.Engine.Text;

namespace SessionState.Engine.Hierarchy;

/// <summary>A <c>location</c> tag: content of the file it stands in, for a path below that file's level.</summary>
internal sealed class LocationTag
{
    /// <summary>The path as written; "" where the tag has none.</summary>
    internal required string Path { get; init; }

    /// <summary>What <c>overrideMode</c> or the older <c>allowOverride</c> says to lower files.</summary>
    internal OverrideMode OverrideMode { get; init; }

    /// <summary>True for the older <c>allowOverride="true"</c>, which ASP.NET takes for no word at all (System.Configuration.OverrideMode).</summary>
    internal bool IsLegacyAllow { get; init; }

    /// <summary>False where the content does not hold for applications below.</summary>
    internal bool InheritInChildApplications { get; init; } = true;

    /// <summary>Line of the tag, from 1.</summary>
    internal required int Line { get; init; }

    /// <summary>What is wrong with the tag itself or what it holds; null for nothing. An error breaks the node it is for.</summary>
    internal Diagnostic? Problem { get; set; }

    /// <summary>The sections it holds, as far as they are kept.</summary>
    internal SectionInput[] Inputs { get; set; } = [];

    /// <summary>True where the path can name nothing, so that the tag has no effect.</summary>
    internal required bool IsIdle { get; init; }

    /// <summary>Whether it holds a section, by full name.</summary>
    internal bool Holds(string section) => Array.Exists(Inputs, input => input.Schema.Name == section);

    /// <summary>True where the path means the level of the file itself.</summary>
    internal bool IsOwnLevel => Path is "" or ".";
}
