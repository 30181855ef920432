using System.Collections.Immutable;
using SessionState.Engine.Editing;
using SessionState.Engine.Hierarchy;
using SessionState.Engine.Schema;

namespace SessionState.Engine.Features;

/// <summary>Says what session settings need at a node: what must be installed and allowed, where they count, and who may change them.</summary>
public static class RequirementReader
{
    private const string LevelName = "The setting counts at this level";
    private const string RightsName = "The service may write the file";

    /// <summary>Reads the requirements of a node, from nothing but the files. What they do not tell is said to be unknown.</summary>
    /// <param name="server">The snapshot.</param>
    /// <param name="node">A node of it.</param>
    public static ImmutableArray<Requirement> Read(ServerConfiguration server, ConfigurationNode node)
    {
        var host = server.ApplicationHost;
        var chain = new FeatureChain(node, host);
        return
        [
            .. new AspRequirements(chain, host).Read(),
            .. new AspNetRequirements(chain, host, node).Read(),
            Level(node),
            .. Rights(server, node),
        ];
    }

    // "Likely": Microsoft's documents call it a property of applications and do not say what one for a folder does.
    private static Requirement Level(ConfigurationNode node)
    {
        if (node.Application is not { } application)
        {
            return new(LevelName, RequirementState.Met, "Set here, it holds for every application that does not say otherwise.", null, null, null);
        }

        return ReferenceEquals(application, node)
            ? new(LevelName, RequirementState.Met, "Classic ASP reads it at the root of an application, and this is one.", null, null, null)
            : new(
                LevelName,
                RequirementState.Unknown,
                $"Classic ASP reads it at the root of the application, {application.Path}; a value set here likely has no effect.",
                null,
                null,
                $"Change it at {application.Path}.");
    }

    private static IEnumerable<Requirement> Rights(ServerConfiguration server, ConfigurationNode node)
    {
        if (CommitTargets.Read(server, node, Settings.AllowSessionState).FirstOrDefault(target => target.IsAllowed) is { } target)
        {
            yield return new(
                RightsName,
                RequirementState.Unknown,
                $"A change here is written to {target.File}: the account of the service must be able to write that file and to create files in its folder.",
                target.File,
                null,
                null);
        }
    }
}
