using System.Collections.Immutable;
using SessionState.Contracts;
using SessionState.Engine.Editing;
using SessionState.Engine.Effective;
using SessionState.Engine.Hierarchy;
using SessionState.Engine.Schema;
using SessionState.Engine.Text;

namespace SessionState.Service.Changes;

/// <summary>What a request wants, in the engine's terms.</summary>
internal abstract record ChangeWish
{
    /// <summary>Full name, as it is spelled, of the setting or section.</summary>
    public abstract string Name { get; }

    /// <summary>The value in canonical spelling; null where none is wanted.</summary>
    public virtual string? Value => null;

    /// <summary>The plan, or a refusal.</summary>
    public abstract (ConfigurationPlan? Plan, EditRefusal? Refusal) Plan(
        ServerConfiguration server, ChangeRequest request, Func<string, SourceText?> readText);

    /// <summary>The wish in one phrase, as it stands on a button and in the audit.</summary>
    public abstract string Summary(ChangeRequest request);

    /// <summary>What the wish is about, as it is in a snapshot: the effective value, or what the file says to lower ones.</summary>
    public abstract string? StateIn(ServerConfiguration server, ConfigurationPlan plan);

    /// <summary>Nodes whose value changes.</summary>
    public abstract ImmutableArray<ValueChange> Effects(ConfigurationPlan plan);

    protected static string PlaceOf(ChangeRequest request) => request.Path.Length == 0 ? "the whole server" : request.Path;

    protected static string? ValueAt(ServerConfiguration server, string path, Setting setting) =>
        server.Find(path) is { } node ? EffectiveValueReader.Read(node, setting).Value : null;

    // The settings of a section fail and recover together, so that the first stands for all.
    protected static ImmutableArray<ValueChange> OfMain(string section, ImmutableArray<SettingChange> changes)
    {
        var main = MainSetting(section);
        return [.. changes.Where(change => change.Setting == main).Select(change => new ValueChange(change.Node, change.Before, change.After))];
    }

    protected static Setting MainSetting(string section) => Settings.All.First(setting => setting.Section == section);
}
