namespace SessionState.Engine.Effective;

/// <summary>One level of the provenance ladder.</summary>
/// <param name="Level">For people: "Schema default", "applicationHost.config", "Location tag Contoso/shop", "web.config of Contoso".</param>
/// <param name="ConfigurationPath">Path of the node the level speaks for; null for the schema default.</param>
/// <param name="File">The file; null for the schema default.</param>
/// <param name="Line">Line of the element that carries the attribute, or of the section or location tag where it is silent; null where there
/// is none.</param>
/// <param name="LocationPath">The location tag's path as written; null for content outside a location tag.</param>
/// <param name="Raw">The value as written; null where the level is silent.</param>
/// <param name="Role">What became of it.</param>
/// <param name="Note">Why it is ignored or a violation, or what it locks; null where there is nothing to say.</param>
/// <param name="Locks">True where this level locks the section for the files below it.</param>
public sealed record LadderStep(
    string Level,
    string? ConfigurationPath,
    string? File,
    int? Line,
    string? LocationPath,
    string? Raw,
    LadderRole Role,
    string? Note,
    bool Locks);
