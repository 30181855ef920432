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

    /// <summary>Whether what is planned before or after it may decide that it is possible.</summary>
    public virtual bool KeepsOrder => true;

    /// <summary>The plan, or a refusal.</summary>
    public abstract (ConfigurationPlan? Plan, EditRefusal? Refusal) Plan(
        ServerConfiguration server, ChangeTarget target, Func<string, SourceText?> readText);

    /// <summary>The wish in one phrase, as it stands on a button and in the audit.</summary>
    /// <param name="target">What was asked.</param>
    /// <param name="place">Where, for people: "Contoso/shop", "12 nodes".</param>
    public abstract string Summary(ChangeTarget target, string place);

    /// <summary>What the wish is about, as it is in a snapshot: the effective value, or what the file says to lower ones.</summary>
    public abstract string? StateIn(ServerConfiguration server, ConfigurationPlan plan);

    /// <summary>What the place that is written says itself, whatever wins; null where it says nothing. An undo puts that back.</summary>
    public abstract string? SaidIn(ServerConfiguration server, ConfigurationPlan plan);

    /// <summary>Settings whose value changes, by node.</summary>
    public abstract ImmutableArray<SettingChange> Effects(ConfigurationPlan plan);

    protected static string? ValueAt(ServerConfiguration server, string path, Setting setting) =>
        server.Find(path) is { } node ? EffectiveValueReader.Read(node, setting).Value : null;

    // The settings of a section fail and recover together, so that the first stands for all.
    protected static ImmutableArray<SettingChange> OfMain(string section, ImmutableArray<SettingChange> changes)
    {
        var main = MainSetting(section);
        return [.. changes.Where(change => change.Setting == main)];
    }

    protected static Setting MainSetting(string section) => Settings.All.First(setting => setting.Section == section);
}
