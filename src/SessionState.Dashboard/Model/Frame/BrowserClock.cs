using System.Globalization;

namespace SessionState.Dashboard.Model.Frame;

/// <summary>Instants as the person at the browser reads them: in their own time zone, with UTC at hand.</summary>
public sealed class BrowserClock(TimeProvider time)
{
    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    /// <summary>The browser has named another zone than the one so far.</summary>
    public event Action? ZoneChanged;

    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;

    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>The person's day.</summary>
    public DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Now, Zone).DateTime);

    /// <summary>Takes the zone that the browser names; one that this machine does not know leaves UTC.</summary>
    public void Use(string? timeZone)
    {
        if (timeZone is not null && TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out var zone) && !zone.Equals(Zone))
        {
            Zone = zone;
            ZoneChanged?.Invoke();
        }
    }

    /// <summary>"22 Nov 2026, 14:03:05".</summary>
    public string Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone).ToString("d MMM yyyy, HH:mm:ss", Culture);

    /// <summary>"2026-11-22 13:03:05 UTC".</summary>
    public static string Utc(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", Culture);

    /// <summary>"just now", "5 min ago", "14:03", "3 Nov", "3 Nov 2025".</summary>
    public string Ago(DateTimeOffset instant)
    {
        var now = time.GetUtcNow();
        var age = now - instant;
        if (age < TimeSpan.FromMinutes(1))
        {
            return "just now";
        }

        if (age < TimeSpan.FromHours(1))
        {
            return string.Create(Culture, $"{(int)age.TotalMinutes} min ago");
        }

        var (local, today) = (TimeZoneInfo.ConvertTime(instant, Zone), TimeZoneInfo.ConvertTime(now, Zone));
        return local.ToString(local.Date == today.Date ? "HH:mm" : local.Year == today.Year ? "d MMM" : "d MMM yyyy", Culture);
    }

    /// <summary>The instant at which that day begins for the person.</summary>
    public DateTimeOffset Start(DateOnly day) => At(day.ToDateTime(TimeOnly.MinValue));

    /// <summary>The instant that a browser's field for date and time means; null where it is none.</summary>
    public DateTimeOffset? Parse(string local) =>
        DateTime.TryParseExact(local, ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"], Culture, DateTimeStyles.None, out var time) ? At(time) : null;

    private DateTimeOffset At(DateTime local)
    {
        while (Zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(15);
        }

        return new DateTimeOffset(local, Zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
