using SessionState.Engine.Effective;
using SessionState.Engine.Locking;
using SessionState.Engine.Reading;
using SessionState.Engine.Text;

namespace SessionState.Engine.Hierarchy;

/// <summary>Decides whether one section input is legal at its node.</summary>
internal sealed class InputChecker(ConfigurationFile applicationHost)
{
    /// <summary>Why it is not; null where it is.</summary>
    /// <param name="node">The node it is for.</param>
    /// <param name="state">The node's inputs.</param>
    /// <param name="index">Which of them.</param>
    /// <param name="fromOtherApplications">Whether to judge as nested applications see it, which some location tags do not reach.</param>
    internal Violation? Check(ConfigurationNode node, SectionState state, int index, bool fromOtherApplications)
    {
        var input = state.Inputs[index];
        if (fromOtherApplications && !input.Section.InheritsInChildApplications)
        {
            return null;
        }

        var definition = applicationHost.Definition(state.Schema.Name) ?? input.File.Definition(state.Schema.Name);
        return input.Section.Problem is { } problem ? new Violation(problem, node.Path, null, null)
            : Misplaced(node, state, index, definition) is { } misplaced ? new Violation(misplaced, node.Path, null, null)
            : Locked(node, input)
                ?? (input.Owner.Depth == 0 ? null : GranularLockChecker.Check(node, input, fromOtherApplications))
                ?? Contradicted(node, input);
    }

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
            _ when !IsAllowedAt(node, definition.AllowDefinition) => LockProblems.NotAtLevel(input, definition),
            _ => null,
        };
    }

    private static bool IsAllowedAt(ConfigurationNode node, AllowDefinition levels) => levels switch
    {
        AllowDefinition.Everywhere => true,
        AllowDefinition.MachineToApplication => node.Depth == 0 || ReferenceEquals(node.Application, node),
        AllowDefinition.AppHostOnly => node.Depth == 0,
        _ => false,
    };

    private Violation? Locked(ConfigurationNode node, NodeInput input)
    {
        if (input.Owner.Depth == 0)
        {
            return null;
        }

        var state = SectionLocks.Read(node, input.Section.Schema.Name, applicationHost, input.Owner.Depth);
        return state.IsDenied ? LockProblems.Section(node, input, state) : null;
    }

    // Two explicit and contrary words, the higher file's for the deeper path, are illegal (Microsoft, "Deep Dive into IIS Configuration").
    private static Violation? Contradicted(ConfigurationNode node, NodeInput input)
    {
        if (input.Section.OverrideMode != OverrideMode.Allow)
        {
            return null;
        }

        for (var above = node.Parent; above is not null; above = above.Parent)
        {
            foreach (var other in above.State(input.Section.Schema.Name)?.Inputs ?? [])
            {
                if (other.Owner.Depth > input.Owner.Depth && other.Section.OverrideMode == OverrideMode.Deny)
                {
                    return LockProblems.Contradiction(node, input, other);
                }
            }
        }

        return null;
    }
}
