using SessionState.Engine.Effective;
using SessionState.Engine.Locking;
using SessionState.Engine.Reading;
using SessionState.Engine.Text;

namespace SessionState.Engine.Hierarchy;

/// <summary>Decides whether one section input is legal at its node.</summary>
internal sealed class InputChecker(Registrations registrations)
{
    /// <summary>Why it is not; null where it is.</summary>
    /// <param name="node">The node it is for.</param>
    /// <param name="state">The node's inputs.</param>
    /// <param name="index">Which of them.</param>
    /// <param name="framework">Which .NET Framework runs the application that asks.</param>
    /// <param name="fromOtherApplications">Whether to judge as nested applications see it, which some location tags do not reach.</param>
    internal Violation? Check(ConfigurationNode node, SectionState state, int index, int framework, bool fromOtherApplications)
    {
        var input = state.Inputs[index];
        if ((fromOtherApplications && !input.Section.InheritsInChildApplications) || !input.IsReadBy(framework))
        {
            return null;
        }

        var definition = registrations.Of(state.Schema.Name, framework).Definition ?? input.File.Definition(state.Schema.Name);
        return input.Section.Problem is { } problem ? new Violation(problem, node.Path, null, null)
            : Misplaced(node, state, index, definition) is { } misplaced ? new Violation(misplaced, node.Path, null, null)
            : Locked(node, input, framework)
                ?? (IsTopLevel(input) ? null : GranularLockChecker.Check(node, input, framework, fromOtherApplications))
                ?? Contradicted(node, input, framework)
                ?? RunTimeRules.Check(node, input, framework);
    }

    // Locks bind the files below the one that registers the section.
    private static bool IsTopLevel(NodeInput input) =>
        input.Owner.Depth == (input.Section.Schema.IsManaged ? FrameworkLevel.MachineDepth : 0);

    private static Diagnostic? Misplaced(ConfigurationNode node, SectionState state, int index, SectionDefinition? definition)
    {
        var input = state.Inputs[index];
        for (var i = 0; i < index; i++)
        {
            var other = state.Inputs[i];
            if (ReferenceEquals(other.File, input.File) && ReferenceEquals(other.Owner, input.Owner))
            {
                return LockProblems.DuplicateSection(input, other);
            }
        }

        return definition switch
        {
            null => DefinitionProblems.Unregistered(state.Schema.Name, input.File.Path, input.Section.Line),
            { AllowLocation: false } when input.Section.Location is not null => LockProblems.NotInLocation(input),
            _ when !IsAllowedAt(node, input.Owner, definition.AllowDefinition) => LockProblems.NotAtLevel(input, definition),
            _ => null,
        };
    }

    /// <summary>Whether a section that is registered for these levels may be said for a node in the file of a level.</summary>
    internal static bool IsAllowedAt(ConfigurationNode node, ConfigurationNode owner, AllowDefinition levels) => levels switch
    {
        AllowDefinition.Everywhere => true,
        AllowDefinition.MachineToApplication => node.Depth == 0 || ReferenceEquals(node.Application, node),
        AllowDefinition.AppHostOnly => node.Depth == 0,
        AllowDefinition.MachineToWebRoot => node.Depth == 0 && owner.Depth < 0,
        _ => node.Depth == 0 && owner.Depth == FrameworkLevel.MachineDepth,
    };

    private Violation? Locked(ConfigurationNode node, NodeInput input, int framework)
    {
        if (IsTopLevel(input))
        {
            return null;
        }

        var state = SectionLocks.Read(node, input.Section.Schema.Name, registrations, input.Owner.Depth, framework);
        return state.IsDenied ? LockProblems.Section(node, input, state) : null;
    }

    // Two explicit and contrary words, the higher file's for the deeper path, are illegal (Microsoft, "Deep Dive into IIS Configuration").
    private static Violation? Contradicted(ConfigurationNode node, NodeInput input, int framework)
    {
        if (input.Section.OverrideMode != OverrideMode.Allow)
        {
            return null;
        }

        for (var above = node.Parent; above is not null; above = above.Parent)
        {
            foreach (var other in above.State(input.Section.Schema.Name)?.Inputs ?? [])
            {
                if (other.Owner.Depth > input.Owner.Depth && other.Section.OverrideMode == OverrideMode.Deny && other.IsReadBy(framework))
                {
                    return LockProblems.Contradiction(node, input, other);
                }
            }
        }

        return null;
    }
}
