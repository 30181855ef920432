namespace SessionState.Engine.Hierarchy;

/// <summary>A section input where it takes effect.</summary>
/// <param name="Section">What is said.</param>
/// <param name="File">The file that says it.</param>
/// <param name="Owner">The node whose file it is: the server for applicationHost.config.</param>
internal readonly record struct NodeInput(SectionInput Section, ConfigurationFile File, ConfigurationNode Owner)
{
    /// <summary>Whether an input whose target is <paramref name="target"/> holds for nodes of that application.</summary>
    internal bool HoldsFor(ConfigurationNode target, ConfigurationNode? application) =>
        Section.InheritsInChildApplications || ReferenceEquals(target.Application, application);
}
