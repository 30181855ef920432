namespace SessionState.Dashboard.Model.Changes;

/// <summary>When a change ends, as one chooses it.</summary>
public enum EndChoice
{
    /// <summary>It stays.</summary>
    Never,

    InAnHour,

    InFourHours,

    /// <summary>At the next midnight of the person.</summary>
    AtMidnight,

    /// <summary>At a time that is typed.</summary>
    AtTime,
}
