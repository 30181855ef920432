using SessionState.Engine.Hierarchy;
using SessionState.Files;

namespace SessionState.Service.Changes.Known;

/// <summary>
/// What this Service knew of the server when it last wrote it down, so that the next start tells what was changed meanwhile. Small: where
/// a node only inherits, nothing is kept of it.
/// </summary>
internal sealed record KnownState
{
    public required string ApplicationHost { get; init; }

    /// <summary>Every change recorded up to here is part of it.</summary>
    public required long AuditSequence { get; init; }

    /// <summary>That record's hash: the state belongs to this audit and no other.</summary>
    public required string AuditHash { get; init; }

    public required DateTimeOffset SeenAt { get; init; }

    /// <summary>SHA-256 of every file; null of one that could not be read.</summary>
    public required IReadOnlyDictionary<string, string?> Files { get; init; }

    public required IReadOnlyList<KnownValue> Values { get; init; }

    public static KnownState Of(ConfigurationSnapshot snapshot, long auditSequence, string auditHash, DateTimeOffset seenAt) => new()
    {
        ApplicationHost = snapshot.Server.ApplicationHost.Path,
        AuditSequence = auditSequence,
        AuditHash = auditHash,
        SeenAt = seenAt,
        Files = snapshot.Files.ToDictionary(file => file.Key, file => file.Value.Hash),
        Values = [.. ComparedAspect.All.SelectMany(aspect => Topmost(snapshot.Server.Root, aspect))],
    };

    private static List<KnownValue> Topmost(ConfigurationNode root, ComparedAspect aspect)
    {
        var values = new List<KnownValue>();
        var value = aspect.Read(root);
        values.Add(new(root.Path, aspect.Name, value));
        Visit(root, value);
        return values;

        void Visit(ConfigurationNode node, string? above)
        {
            foreach (var child in node.Children.Where(child => child.IsConfigured))
            {
                var own = aspect.Read(child);
                if (own != above)
                {
                    values.Add(new(child.Path, aspect.Name, own));
                }

                Visit(child, own);
            }
        }
    }
}
