using SessionState.Engine.Effective;
using SessionState.Engine.Hierarchy;
using SessionState.Engine.Locking;
using SessionState.Engine.Text;

namespace SessionState.Engine.Editing.Repairs;

/// <summary>What a web.config says although it may not.</summary>
/// <param name="Violation">The violation.</param>
/// <param name="Node">The node that the content is for.</param>
/// <param name="Input">The content.</param>
internal sealed record Offence(Violation Violation, ConfigurationNode Node, NodeInput Input)
{
    private string Code => Violation.Diagnostic.Code;

    /// <summary>Whether only the word of a location tag is wrong, and not what it holds.</summary>
    public bool IsOfTheTag => Code == DiagnosticCodes.LockConflict;

    /// <summary>Whether the section may not be there at all.</summary>
    public bool IsOfTheSection => Code is DiagnosticCodes.SectionLocked or DiagnosticCodes.NotAllowedHere;

    /// <summary>Path of the location tag, relative to the file's level; null for that level itself.</summary>
    public string? LocationPath =>
        Node.Path.Length == Input.Owner.Path.Length ? null : Node.Path[(Input.Owner.Path.Length + 1)..];

    /// <summary>The parts to remove where not all of it is wrong.</summary>
    public IEnumerable<GranularBreach> Breaches => GranularLockChecker.All(Node, Input);

    /// <summary>The content behind a violation; null where it is in no web.config or removing it is no repair.</summary>
    public static Offence? Find(ServerConfiguration server, Violation violation, string section)
    {
        var isLock = violation.Diagnostic.Code is DiagnosticCodes.SectionLocked or DiagnosticCodes.AttributeLocked
            or DiagnosticCodes.ElementLocked or DiagnosticCodes.ItemLocked or DiagnosticCodes.NotAllowedHere or DiagnosticCodes.LockConflict;
        for (var node = isLock ? server.Find(violation.ConfigurationPath) : null; node is not null; node = node.Parent)
        {
            foreach (var input in node.State(section)?.Inputs ?? [])
            {
                if (input.Owner.Depth > 0 && input.File.Path == violation.Diagnostic.File && (
                    violation.Diagnostic.Code != DiagnosticCodes.LockConflict || input.Section.Location?.Line == violation.Diagnostic.Line))
                {
                    return new(violation, node, input);
                }
            }
        }

        return null;
    }
}
