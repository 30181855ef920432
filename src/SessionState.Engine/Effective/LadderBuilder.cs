using System.Collections.Immutable;
using SessionState.Engine.Hierarchy;
using SessionState.Engine.Locking;
using SessionState.Engine.Schema;

namespace SessionState.Engine.Effective;

/// <summary>Writes the rungs of one ladder.</summary>
internal sealed class LadderBuilder(
    ConfigurationNode node, Setting setting, EffectiveValue value, ImmutableArray<LadderStep>.Builder steps)
{
    private readonly InputChecker _checker = new(node.Server.Extras.ApplicationHost!);

    internal void AddLevels(ConfigurationNode target)
    {
        if (target.Parent is not null)
        {
            AddLevels(target.Parent);
        }

        AddInputs(target, ofOwnFile: false);
        foreach (var silent in target.Extras.SilentTags)
        {
            Add(LadderNames.Tag(silent.Tag, silent.Owner), target, silent.File, silent.Tag.Line, silent.Tag.Path);
        }

        if (!AddInputs(target, ofOwnFile: true))
        {
            AddOwnFile(target);
        }
    }

    private bool AddInputs(ConfigurationNode target, bool ofOwnFile)
    {
        var state = target.State(setting.Section);
        var count = steps.Count;
        for (var i = 0; i < state?.Inputs.Length; i++)
        {
            if (state.Inputs[i].Owner.Depth == target.Depth == ofOwnFile)
            {
                AddInput(target, state, i);
            }
        }

        return steps.Count > count;
    }

    private void AddInput(ConfigurationNode target, SectionState state, int index)
    {
        var input = state.Inputs[index];
        var tag = input.Section.Location;
        var attribute = input.Section.Find(setting, out var line);
        var (role, note) = Judge(target, state, index, attribute is not null);
        steps.Add(new LadderStep(
            tag is null || tag.IsOwnLevel ? LadderNames.File(input.Owner) : LadderNames.Tag(tag, input.Owner),
            target.Path,
            input.File.Path,
            attribute is null ? input.Section.Line : line,
            tag?.Path,
            attribute?.Raw,
            role,
            note ?? LadderNotes.Locks(input, setting) ?? LockedByDefault(target),
            Locks(target, input)));
    }

    private (LadderRole Role, string? Note) Judge(ConfigurationNode target, SectionState state, int index, bool sets)
    {
        var input = state.Inputs[index];
        var violation = input.HoldsFor(target, node.Application)
            ? _checker.Check(target, state, index, !ReferenceEquals(target.Application, node.Application))
            : null;
        if (violation is not null)
        {
            return (LadderRole.Violation, violation.Diagnostic.Message);
        }

        if (!input.HoldsFor(target, node.Application))
        {
            return (sets ? LadderRole.Ignored : LadderRole.Silent, LadderNotes.NotInherited);
        }

        var role = !sets ? LadderRole.Silent : value.IsFrom(input.Section, target) ? LadderRole.Winner : LadderRole.Shadowed;
        return (role, null);
    }

    private bool Locks(ConfigurationNode target, NodeInput input) =>
        input.Section.OverrideMode == OverrideMode.Deny
        || (input.Section.OverrideMode == OverrideMode.Inherit && LockedByDefault(target) is not null)
        || LadderNotes.LocksSetting(input, setting);

    private string? LockedByDefault(ConfigurationNode target) => target.Extras.ApplicationHost is { } file
        && file.Definition(setting.Section)?.OverrideModeDefault == OverrideMode.Deny
            ? LadderNotes.LockedByDefault(file, setting)
            : null;

    private void AddOwnFile(ConfigurationNode target)
    {
        if (target.Depth == 0)
        {
            var note = LockedByDefault(target);
            steps.Add(Silent(LadderNames.File(target), target, target.Extras.ApplicationHost!, null, null) with
            {
                Note = note,
                Locks = note is not null,
            });
        }
        else if (target.WebConfig is { } file)
        {
            AddFile(target, file);
        }
        else if (ReferenceEquals(target, node) && target.WebConfigPath is { } path)
        {
            steps.Add(new LadderStep(
                LadderNames.File(target), target.Path, path, null, null, null, LadderRole.Silent, "The file does not exist.", false));
        }
    }

    private void AddFile(ConfigurationNode target, ConfigurationFile file)
    {
        if (!target.WebConfigCounts)
        {
            AddIgnored(target, file);
        }
        else if (target.State(setting.Section) is { Inputs: [], Violation: { } violation } && violation.ConfigurationPath == target.Path)
        {
            steps.Add(Silent(LadderNames.File(target), target, file, violation.Diagnostic.Line, null) with
            {
                Role = LadderRole.Violation,
                Note = violation.Diagnostic.Message,
            });
        }
        else
        {
            Add(LadderNames.File(target), target, file, null, null);
        }
    }

    private void AddIgnored(ConfigurationNode target, ConfigurationFile file)
    {
        var line = 0;
        var attribute = file.DirectInputs
            .Where(input => input.Schema.Name == setting.Section)
            .Select(input => input.Find(setting, out line))
            .FirstOrDefault(found => found is not null);
        steps.Add(Silent(LadderNames.File(target), target, file, attribute is null ? null : line, null) with
        {
            Raw = attribute?.Raw,
            Role = LadderRole.Ignored,
            Note = LadderNotes.NoSubFolders(target),
        });
    }

    private void Add(string level, ConfigurationNode target, ConfigurationFile file, int? line, string? path) =>
        steps.Add(Silent(level, target, file, line, path));

    private static LadderStep Silent(string level, ConfigurationNode target, ConfigurationFile file, int? line, string? path) =>
        new(level, target.Path, file.Path, line, path, null, LadderRole.Silent, null, false);
}
