using SessionState.Engine.Locking;
using SessionState.Engine.Schema;

namespace SessionState.Engine.Reading;

/// <summary>Collects the lock attributes of one element and checks the names in them.</summary>
internal sealed class GranularLockReader(ElementSchema element, IReadOnlyCollection<string> children)
{
    internal GranularLocks? Locks { get; private set; }

    /// <summary>Takes an attribute if it is a lock.</summary>
    /// <param name="name">The attribute's name.</param>
    /// <param name="value">Its value.</param>
    /// <param name="error">What is wrong with it, as IIS words it; null for nothing.</param>
    /// <returns>False where the attribute is no lock.</returns>
    internal bool TryTake(string name, string value, out string? error)
    {
        error = null;
        switch (name)
        {
            case "lockAttributes":
                (Locks ??= new()).Attributes = Names(name, value, "attribute", element.Attributes, ref error);
                return true;
            case "lockAllAttributesExcept":
                (Locks ??= new()).AttributesExcept = Names(name, value, "attribute", element.Attributes, ref error);
                return true;
            case "lockElements":
                (Locks ??= new()).Elements = Names(name, value, "element", children, ref error);
                return true;
            case "lockAllElementsExcept":
                (Locks ??= new()).ElementsExcept = Names(name, value, "element", children, ref error);
                return true;
            case "lockItem":
                error = bool.TryParse(value, out var item) ? null : "The 'lockItem' attribute is invalid.  Value must be true or false";
                (Locks ??= new()).Item = item;
                return true;
            default:
                return false;
        }
    }

    private string[] Names(string attribute, string value, string what, IReadOnlyCollection<string> known, ref string? error)
    {
        var names = value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var unknown = element.IsOpen ? null : Array.Find(names, name => name != "*" && !known.Contains(name));
        error = unknown is null ? null : $"{attribute} contains unknown {what} '{unknown}'";
        return names;
    }
}
