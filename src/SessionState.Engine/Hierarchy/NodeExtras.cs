using System.Collections.Immutable;
using SessionState.Engine.Schema;
using SessionState.Engine.Text;

namespace SessionState.Engine.Hierarchy;

/// <summary>What only few nodes have, kept apart because a server has many nodes.</summary>
internal sealed record NodeExtras
{
    internal static NodeExtras None { get; } = new();

    /// <summary>applicationHost.config, at the server's node only.</summary>
    internal ConfigurationFile? ApplicationHost { get; init; }

    /// <summary>Who registers which section, at the server's node only.</summary>
    internal Registrations? Registrations { get; init; }

    /// <summary>The server's own schema, at the server's node only; null where it is not known.</summary>
    internal ServerSchema? Schema { get; init; }

    /// <summary>Content for the node that its reader does not see: ASP.NET's sections in applicationHost.config.</summary>
    internal ImmutableArray<NodeInput> Ignored { get; init; } = [];

    /// <summary>Location tags for the node that hold nothing of classic ASP's section.</summary>
    internal ImmutableArray<SilentTag> SilentTags { get; init; } = [];

    /// <summary>Why a location tag for this very node breaks it, or the server's file breaks the server; null for nothing.</summary>
    internal Diagnostic? BrokenTag { get; init; }

    /// <summary>What is wrong with the node itself, beyond its files.</summary>
    internal ImmutableArray<Diagnostic> Problems { get; init; } = [];
}
