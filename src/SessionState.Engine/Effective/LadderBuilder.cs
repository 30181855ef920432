using System.Collections.Immutable;
using SessionState.Engine.Hierarchy;
using SessionState.Engine.Locking;
using SessionState.Engine.Schema;

namespace SessionState.Engine.Effective;

/// <summary>Writes the rungs of one ladder.</summary>
internal sealed class LadderBuilder(
    ConfigurationNode node, Setting setting, EffectiveValue value, ImmutableArray<LadderStep>.Builder steps)
{
    private readonly Registrations _registrations = node.Server.Extras.Registrations!;
    private readonly InputChecker _checker = new(node.Server.Extras.Registrations!);
    private readonly bool _isManaged = setting.Evaluator == Evaluator.Managed;

    internal void AddLevels(ConfigurationNode target)
    {
        if (target.Parent is not null)
        {
            AddLevels(target.Parent);
        }
        else if (_isManaged)
        {
            AddFrameworkFiles(target);
            AddIgnored(target);
            return;
        }

        AddInputs(target, input => input.Owner.Depth != target.Depth);
        AddIgnored(target);
        AddSilentTags(target);
        if (!AddInputs(target, input => input.Owner.Depth == target.Depth))
        {
            AddOwnFile(target);
        }
    }

    private void AddFrameworkFiles(ConfigurationNode server)
    {
        foreach (var level in _registrations.Frameworks.Levels[node.Runs].Levels)
        {
            if (!AddInputs(server, input => ReferenceEquals(input.Owner, level.Owner)))
            {
                steps.Add(LadderSteps.Silent(LadderNames.File(level.Owner), server, level.File, LockedByDefault(server, level.File)));
            }
        }
    }

    // What ASP.NET does not see although IIS's tools show it.
    private void AddIgnored(ConfigurationNode target)
    {
        foreach (var input in target.Extras.Ignored)
        {
            if (input.Section.Schema.Name == setting.Section)
            {
                var attribute = input.Section.Find(setting, out var line);
                steps.Add(Step(target, input, attribute, line) with { Role = LadderRole.Ignored, Note = LadderNotes.HostIsNotRead });
            }
        }
    }

    private void AddSilentTags(ConfigurationNode target)
    {
        foreach (var silent in target.Extras.SilentTags)
        {
            if (!silent.Tag.Holds(setting.Section) && IsRead(silent.Owner))
            {
                steps.Add(LadderSteps.Silent(LadderNames.Tag(silent.Tag, silent.Owner), target, silent.File, null) with
                {
                    Line = silent.Tag.Line,
                    LocationPath = silent.Tag.Path,
                });
            }
        }
    }

    private bool IsRead(ConfigurationNode owner) =>
        owner.Depth > 0 || (owner.Depth == 0 ? !_isManaged : _isManaged && owner.Framework == node.Runs);

    private bool AddInputs(ConfigurationNode target, Func<NodeInput, bool> isWanted)
    {
        var state = target.State(setting.Section);
        var count = steps.Count;
        for (var i = 0; i < state?.Inputs.Length; i++)
        {
            if (state.Inputs[i].IsReadBy(node.Runs) && isWanted(state.Inputs[i]))
            {
                AddInput(target, state, i);
            }
        }

        return steps.Count > count;
    }

    private void AddInput(ConfigurationNode target, SectionState state, int index)
    {
        var input = state.Inputs[index];
        var attribute = input.Section.Find(setting, out var line);
        var (role, note) = Judge(target, state, index, attribute is not null);
        var lockedByDefault = LockedByDefault(target, input.File);
        steps.Add(Step(target, input, attribute, line) with
        {
            Role = role,
            Note = note ?? LadderNotes.Locks(input, setting) ?? lockedByDefault,
            Locks = LadderNotes.Locks(input, setting, lockedByDefault is not null),
        });
    }

    private (LadderRole Role, string? Note) Judge(ConfigurationNode target, SectionState state, int index, bool sets)
    {
        var input = state.Inputs[index];
        var holds = input.HoldsFor(target, node.Application);
        var violation = holds
            ? _checker.Check(target, state, index, node.Runs, !ReferenceEquals(target.Application, node.Application))
            : null;
        if (violation is not null)
        {
            return (LadderRole.Violation, violation.Diagnostic.Message);
        }

        if (!holds)
        {
            return (sets ? LadderRole.Ignored : LadderRole.Silent, LadderNotes.NotInherited);
        }

        var role = !sets ? LadderRole.Silent : value.IsFrom(input.Section, target) ? LadderRole.Winner : LadderRole.Shadowed;
        return (role, null);
    }

    private string? LockedByDefault(ConfigurationNode target, ConfigurationFile file) => target.Depth == 0
        && _registrations.Of(setting.Section, node.Runs) is { Definition: { OverrideModeDefault: OverrideMode.Deny } definition } registration
        && ReferenceEquals(registration.File, file)
            ? LadderNotes.LockedByDefault(definition)
            : null;

    private void AddOwnFile(ConfigurationNode target)
    {
        if (target.Depth == 0)
        {
            var file = target.Extras.ApplicationHost!;
            steps.Add(LadderSteps.Silent(LadderNames.File(target), target, file, LockedByDefault(target, file)));
        }
        else if (target.WebConfig is { } file)
        {
            steps.Add(LadderSteps.OwnFile(target, file, setting));
        }
        else if (ReferenceEquals(target, node) && target.WebConfigPath is { } path)
        {
            steps.Add(new LadderStep(
                LadderNames.File(target), target.Path, path, null, null, null, LadderRole.Silent, "The file does not exist.", false));
        }
    }

    private static LadderStep Step(ConfigurationNode target, NodeInput input, AttributeInput? attribute, int line)
    {
        var tag = input.Section.Location;
        return new LadderStep(
            tag is null || tag.IsOwnLevel ? LadderNames.File(input.Owner) : LadderNames.Tag(tag, input.Owner),
            target.Path,
            input.Place,
            attribute is null ? input.Section.Line : line,
            tag?.Path,
            attribute?.Raw,
            LadderRole.Silent,
            null,
            false);
    }
}
