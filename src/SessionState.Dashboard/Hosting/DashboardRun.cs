namespace SessionState.Dashboard.Hosting;

internal static class DashboardRun
{
    /// <summary>Runs until the process is told to stop; returns the exit code.</summary>
    public static async Task<int> RunDashboardAsync(this WebApplication app, DashboardOptions options)
    {
        await using (app)
        {
            try
            {
                await app.StartAsync();
            }
            catch (Exception error) when (StartProblems.Explain(error, options) is not null)
            {
                await app.StopAsync();
                return StartProblems.Report([StartProblems.Explain(error, options)!]);
            }

            await app.WaitForShutdownAsync();
            return ExitCodes.Success;
        }
    }
}
