namespace SessionState.Dashboard.Hosting;

internal static class ExitCodes
{
    public const int Success = 0;

    /// <summary>A setting or the machine stands in the way; the message says what to change.</summary>
    public const int CannotStart = 2;
}
