namespace SessionState.Engine.Schema;

/// <summary>The type of a setting's value, with its canonical spelling.</summary>
public enum SettingType
{
    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean,

    /// <summary>0 to 4294967295, decimal, without sign.</summary>
    UnsignedInteger,

    /// <summary><c>[d.]hh:mm:ss</c>.</summary>
    TimeSpan,
}
