namespace SessionState.Engine.Schema;

/// <summary>The type of a setting's value, with its canonical spelling.</summary>
public enum SettingType
{
    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean,

    /// <summary>0 to 4294967295, decimal, without sign.</summary>
    UnsignedInteger,

    /// <summary>As the setting's <see cref="Setting.TimeSpanFormat"/> says; <c>Infinite</c> where <see cref="Setting.AllowsInfinite"/>.</summary>
    TimeSpan,

    /// <summary>One of the setting's <see cref="Setting.Values"/>.</summary>
    Enum,

    /// <summary>A whole number from <see cref="Setting.MinimumNumber"/> to <see cref="Setting.MaximumNumber"/>.</summary>
    WholeNumber,

    /// <summary>Any text.</summary>
    Text,
}
