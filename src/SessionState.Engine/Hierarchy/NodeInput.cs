namespace SessionState.Engine.Hierarchy;

/// <summary>A section input where it takes effect.</summary>
/// <param name="Section">What is said.</param>
/// <param name="File">The file that says it.</param>
/// <param name="Owner">The node whose file it is: the server for applicationHost.config, a level above it for the Framework's files.</param>
internal readonly record struct NodeInput(SectionInput Section, ConfigurationFile File, ConfigurationNode Owner)
{
    /// <summary>Where the value stands: the file itself, or the one that it names as configSource.</summary>
    internal string Place => Section.SourceFile ?? File.Path;

    /// <summary>Whether the file is read at all for a .NET Framework.</summary>
    internal bool IsReadBy(int framework) => Owner.Depth >= 0 || Owner.Framework == framework;

    /// <summary>Whether an input whose target is <paramref name="target"/> holds for nodes of that application.</summary>
    internal bool HoldsFor(ConfigurationNode target, ConfigurationNode? application) =>
        (Section.InheritsInChildApplications || ReferenceEquals(target.Application, application))
        && IsReadBy((application ?? target).Framework);
}
