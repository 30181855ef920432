using SessionState.Engine.Schema;

namespace SessionState.Engine.Hierarchy;

/// <summary>One attribute as a file sets it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Setting">The setting it is; null where the product does not know it, and then the value is not kept.</param>
/// <param name="Raw">The value as written.</param>
/// <param name="Canonical">The value in canonical spelling; "" where it is invalid.</param>
internal readonly record struct AttributeInput(string Name, Setting? Setting, string Raw, string Canonical);
