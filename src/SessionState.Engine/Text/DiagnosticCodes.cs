namespace SessionState.Engine.Text;

/// <summary>Stable identifiers of everything the engine can complain about.</summary>
public static class DiagnosticCodes
{
    /// <summary>Not well-formed XML, or no <c>configuration</c> element.</summary>
    public const string Malformed = "malformed";

    /// <summary>The bytes are not in the encoding they claim, or in one we do not read.</summary>
    public const string Encoding = "encoding";

    /// <summary>Larger, deeper or longer than the limits allow.</summary>
    public const string TooLarge = "too-large";

    /// <summary>The file or folder could not be read.</summary>
    public const string Unreadable = "unreadable";

    /// <summary>A section stands in a file that may not hold it.</summary>
    public const string SectionLocked = "section-locked";

    /// <summary>An attribute is set below a <c>lockAttributes</c> or <c>lockAllAttributesExcept</c>.</summary>
    public const string AttributeLocked = "attribute-locked";

    /// <summary>An element is used below a <c>lockElements</c> or <c>lockAllElementsExcept</c>.</summary>
    public const string ElementLocked = "element-locked";

    /// <summary>An element is used below a <c>lockItem</c>.</summary>
    public const string ItemLocked = "item-locked";

    /// <summary>A lower file tries to unlock, or contradicts, what a higher file says about overriding.</summary>
    public const string LockConflict = "lock-conflict";

    /// <summary>A lock attribute names something that does not exist.</summary>
    public const string InvalidLock = "invalid-lock";

    /// <summary>A section is open to lower files with locks that leave its settings open, likely without intent.</summary>
    public const string OpenDelegation = "open-delegation";

    /// <summary>An attribute the schema does not know.</summary>
    public const string UnknownAttribute = "unknown-attribute";

    /// <summary>An element the schema does not know.</summary>
    public const string UnknownElement = "unknown-element";

    /// <summary>A value that is not of its attribute's type or outside its range.</summary>
    public const string InvalidValue = "invalid-value";

    /// <summary>A section stands twice in one file for one path.</summary>
    public const string DuplicateSection = "duplicate-section";

    /// <summary>A section is used that no file registers.</summary>
    public const string UnregisteredSection = "unregistered-section";

    /// <summary>A <c>configSections</c> that is not the first element, stands twice or registers something again.</summary>
    public const string InvalidSectionDefinition = "invalid-section-definition";

    /// <summary>A section stands at a level that its registration excludes.</summary>
    public const string NotAllowedHere = "not-allowed-here";

    /// <summary>A <c>location</c> tag with contradicting or unknown attributes, or a path that names nothing.</summary>
    public const string InvalidLocation = "invalid-location";

    /// <summary>A site, application or virtual directory that is incomplete or stands twice.</summary>
    public const string InvalidSite = "invalid-site";

    /// <summary>The configuration path names no site.</summary>
    public const string UnknownPath = "unknown-path";

    /// <summary>Values come from another file (<c>configSource</c>) or are encrypted, so we cannot see them.</summary>
    public const string Opaque = "opaque";

    /// <summary>A <c>configSource</c> that is no file in the folder or below, cannot be read, or stands beside other content.</summary>
    public const string InvalidSource = "invalid-source";

    /// <summary>A value that nobody reads at run time: for ASP.NET in applicationHost.config, or where no managed code runs.</summary>
    public const string Ineffective = "ineffective";
}
