using SessionState.Dashboard.Model.Frame;

namespace SessionState.Dashboard.Model.Changes;

/// <summary>The instants that <see cref="EndChoice"/> means.</summary>
public static class ChangeEnds
{
    /// <summary>The instant; null where the change stays, or where what was typed is no time.</summary>
    /// <param name="choice">What was chosen.</param>
    /// <param name="typed">The time as the browser gives it: "2026-11-22T18:00", in the person's zone.</param>
    /// <param name="clock">The person's clock.</param>
    public static DateTimeOffset? Resolve(EndChoice choice, string typed, BrowserClock clock) => choice switch
    {
        EndChoice.InAnHour => clock.Now.AddHours(1),
        EndChoice.InFourHours => clock.Now.AddHours(4),
        EndChoice.AtMidnight => clock.Start(clock.Today.AddDays(1)),
        EndChoice.AtTime => clock.Parse(typed),
        _ => null,
    };
}
