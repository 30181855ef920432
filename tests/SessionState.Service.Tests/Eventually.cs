using System.Diagnostics;

namespace SessionState.Service.Tests;

/// <summary>For what happens soon and tells nobody.</summary>
internal static class Eventually
{
    public static async Task TrueAsync(Func<Task<bool>> condition)
    {
        for (var waited = Stopwatch.StartNew(); !await condition(); await Task.Delay(20, TestContext.Current.CancellationToken))
        {
            Assert.True(waited.Elapsed < TimeSpan.FromMinutes(2), "It did not happen within two minutes.");
        }
    }
}
