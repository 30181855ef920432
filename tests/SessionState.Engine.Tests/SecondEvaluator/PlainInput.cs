using System.Xml.Linq;

namespace SessionState.Engine.Tests.SecondEvaluator;

/// <summary>What one file says about the section for one node.</summary>
/// <param name="Owner">The node whose file says it.</param>
/// <param name="Target">The node it is said for.</param>
/// <param name="Tag">The location tag it stands in; null for none.</param>
/// <param name="Section">The section.</param>
internal sealed record PlainInput(string Owner, string Target, XElement? Tag, XElement Section)
{
    public bool InheritsInChildApplications => (string?)Tag?.Attribute("inheritInChildApplications") != "false";

    /// <summary>Allow, Deny or Inherit; the older allowOverride="true" allows for IIS and says nothing to ASP.NET.</summary>
    public string Mode(bool isManaged) => (string?)Tag?.Attribute("overrideMode")
        ?? (string?)Tag?.Attribute("allowOverride") switch { "true" when !isManaged => "Allow", "false" => "Deny", _ => "Inherit" };
}
