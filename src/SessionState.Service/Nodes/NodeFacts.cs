using SessionState.Contracts;
using SessionState.Engine.Effective;
using SessionState.Engine.Hierarchy;
using SessionState.Engine.Locking;
using SessionState.Engine.Schema;

namespace SessionState.Service.Nodes;

/// <summary>What the tree shows, and filters by, of one node.</summary>
/// <param name="AspSession">Effective value of allowSessionState; null on error.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="SetAt">The node it is set for; null for the schema default and on error.</param>
/// <param name="Locked">Whether the node's own web.config may not hold the section.</param>
/// <param name="AspNetMode">Effective session mode of ASP.NET; null on error.</param>
/// <param name="AspNetSource">Where that comes from.</param>
internal readonly record struct NodeFacts(
    bool? AspSession, ValueSource Source, string? SetAt, bool Locked, string? AspNetMode, ValueSource AspNetSource)
{
    public static NodeFacts Of(ConfigurationNode node)
    {
        var value = EffectiveValueReader.Read(node, Settings.AllowSessionState);
        var mode = EffectiveValueReader.Read(node, SessionStateSettings.Mode);
        return new(
            value.Value is { } text ? text == "true" : null,
            SourceOf(node, value),
            value.SetFor,
            LockReader.IsLocked(node, Settings.AllowSessionState.Section),
            mode.Value,
            SourceOf(node, mode));
    }

    public static ValueSource SourceOf(ConfigurationNode node, in EffectiveValue value) => value.SetFor switch
    {
        null => ValueSource.Default,
        var path when path.Equals(node.Path, StringComparison.OrdinalIgnoreCase) => ValueSource.SetHere,
        _ => ValueSource.Inherited,
    };
}
