using SessionState.Engine.Locking;
using SessionState.Engine.Xml;

namespace SessionState.Engine.Editing.Locks;

/// <summary>What a location tag says about lower files, as written.</summary>
internal static class TagMode
{
    public const string Attribute = "overrideMode";

    // The older spelling. IIS takes true as Allow and false as Deny (Microsoft, "Deep Dive into IIS Configuration"); to ASP.NET true says
    // nothing (System.Configuration, OverrideMode).
    public const string Legacy = "allowOverride";

    /// <summary>The mode; null where the tag says it in both spellings, which IIS does not accept, or in no word that it knows.</summary>
    /// <param name="tag">The tag.</param>
    /// <param name="isManaged">Whether ASP.NET reads the section, and not IIS.</param>
    public static OverrideMode? Of(XmlElementSource tag, bool isManaged) => (tag.Attribute(Attribute)?.Value, tag.Attribute(Legacy)?.Value) switch
    {
        (null, null) => OverrideMode.Inherit,
        ({ } mode, null) => Enum.TryParse<OverrideMode>(mode, out var known) ? known : null,
        (null, { } allows) => !bool.TryParse(allows, out var allow) ? null : !allow ? OverrideMode.Deny : isManaged ? OverrideMode.Inherit : OverrideMode.Allow,
        _ => null,
    };

    /// <summary>Whether the tag says this mode, and nothing else but its path and how far its content is inherited.</summary>
    /// <param name="tag">The tag.</param>
    /// <param name="mode">The mode.</param>
    /// <param name="inherit">The value of inheritInChildApplications; null for none.</param>
    public static bool IsOnly(XmlElementSource tag, OverrideMode mode, string? inherit) =>
        (tag.Attribute(Attribute)?.Value ?? nameof(OverrideMode.Inherit)) == mode.ToString()
        && (tag.Attribute(Inheritance)?.Value ?? "true") == (inherit ?? "true")
        && tag.Attributes.All(attribute => attribute.Name is "path" or Attribute or Inheritance);

    /// <summary>The attribute that says whether the content also holds for applications below.</summary>
    public const string Inheritance = "inheritInChildApplications";
}
