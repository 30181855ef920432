using SessionState.Engine.Locking;
using SessionState.Engine.Schema;

namespace SessionState.Engine.Hierarchy;

/// <summary>One element of a section as a file writes it.</summary>
/// <param name="Schema">Which element.</param>
/// <param name="Line">Line of its start tag, from 1.</param>
/// <param name="Attributes">Its known attributes, locks and namespaces left out.</param>
/// <param name="Locks">The locks it carries for lower files; null for none.</param>
internal readonly record struct ElementInput(ElementSchema Schema, int Line, AttributeInput[] Attributes, GranularLocks? Locks);
