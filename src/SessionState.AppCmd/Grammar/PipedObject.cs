using System.Collections.Frozen;

namespace SessionState.AppCmd.Grammar;

/// <summary>An object that another command has listed with <c>/xml</c>.</summary>
/// <param name="ObjectName">SITE, APP, VDIR, APPPOOL, PAGE.</param>
/// <param name="Attributes">What was told of it; also what it belongs to: APP has SITE.NAME and APPPOOL.NAME.</param>
internal sealed record PipedObject(string ObjectName, FrozenDictionary<string, string> Attributes)
{
    /// <summary>The attribute that identifies it, also in lists of what belongs to it: SITE.NAME.</summary>
    public string NameAttribute => $"{ObjectName}.NAME";

    /// <summary>What identifies it; null where the input does not say.</summary>
    public string? Name => Attributes.GetValueOrDefault(NameAttribute);
}
