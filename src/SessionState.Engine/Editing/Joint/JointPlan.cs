using System.Collections.Immutable;
using SessionState.Engine.Hierarchy;

namespace SessionState.Engine.Editing.Joint;

/// <summary>Several wishes worked out as one change of each file.</summary>
/// <param name="Plans">The plan of each wish, in the order of the wishes. Each was made on what those before it left.</param>
/// <param name="Files">The files to write, each once, with all that is done to it.</param>
/// <param name="After">The snapshot as it will be.</param>
public sealed record JointPlan(ImmutableArray<ConfigurationPlan> Plans, ImmutableArray<FileEdit> Files, ServerConfiguration After);
