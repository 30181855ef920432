using SessionState.Contracts;
using SessionState.Dashboard.Model.Frame;

namespace SessionState.Dashboard.Model.Changes;

/// <summary>Changes that wait for a confirmation or for their end, in words.</summary>
public static class PendingText
{
    /// <summary>"Taken back at 22 Nov 2026, 16:10:05 unless somebody confirms it."</summary>
    public static string WhatComes(PendingChange change, BrowserClock clock) =>
        change.Trouble is { } trouble ? $"It should have been taken back by now and is tried again: {trouble}"
        : change.ConfirmBy is { } confirmBy ? $"It is taken back at {clock.Local(confirmBy)} unless somebody confirms it."
        : change.Until is { } until ? $"It ends at {clock.Local(until)}; then it is taken back by itself."
        : "";

    /// <summary>"10 minutes", "90 seconds".</summary>
    public static string Span(int seconds) => seconds % 60 == 0 ? Count(seconds / 60, "minute") : Count(seconds, "second");

    private static string Count(int number, string unit) => $"{number} {unit}{(number == 1 ? "" : "s")}";
}
