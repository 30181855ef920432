using SessionState.Engine.Scripting;

namespace SessionState.Scripting.Tests;

/// <summary>A change to be written as a script.</summary>
/// <param name="Name">Name of the case, and of its file.</param>
/// <param name="Steps">What is to be done.</param>
internal sealed record ScriptCase(string Name, params IReadOnlyList<ScriptStep> Steps);
