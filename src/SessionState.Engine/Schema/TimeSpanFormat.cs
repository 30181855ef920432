namespace SessionState.Engine.Schema;

/// <summary>How a time span is written ("timeSpanFormat" of the schema).</summary>
public enum TimeSpanFormat
{
    /// <summary><c>[d.]hh:mm:ss</c>.</summary>
    Clock,

    /// <summary>A whole number of seconds.</summary>
    Seconds,

    /// <summary>A whole number of minutes.</summary>
    Minutes,
}
