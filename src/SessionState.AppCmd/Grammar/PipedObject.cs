namespace SessionState.AppCmd.Grammar;

/// <summary>An object that another command has listed with <c>/xml</c>.</summary>
/// <param name="ObjectName">SITE, APP, VDIR, PAGE.</param>
/// <param name="Name">What identifies it.</param>
internal sealed record PipedObject(string ObjectName, string Name)
{
    /// <summary>The attribute that holds it, also in lists of what belongs to it: SITE.NAME.</summary>
    public string NameAttribute => $"{ObjectName}.NAME";
}
