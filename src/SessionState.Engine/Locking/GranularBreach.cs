using SessionState.Engine.Schema;

namespace SessionState.Engine.Locking;

/// <summary>What of a lower file breaks an attribute, element or item lock.</summary>
/// <param name="Code">Which lock.</param>
/// <param name="Element">The element that may not be there, or that carries the attribute.</param>
/// <param name="Attribute">The attribute that may not be set; null where it is the whole element.</param>
/// <param name="Line">Its line in the lower file.</param>
/// <param name="LockLine">The line of the lock in the higher file.</param>
internal readonly record struct GranularBreach(string Code, ElementSchema Element, string? Attribute, int Line, int LockLine)
{
    /// <summary>What may not be there, in words.</summary>
    internal string What => Attribute is null ? $"the element '{Element.Name}'" : $"the attribute '{Attribute}'";
}
