namespace SessionState.Service.Hosting;

/// <summary>
/// Ends the Service with the process that started it: the parent holds the other end of standard input, which the system closes
/// also when the parent is killed.
/// </summary>
internal sealed class ParentPipe(Stream input, IHostApplicationLifetime lifetime) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        // A thread of its own: reading standard input cannot be cancelled.
        new Thread(WaitForEnd) { IsBackground = true, Name = "Parent pipe" }.Start();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void WaitForEnd()
    {
        Span<byte> buffer = stackalloc byte[64];
        try
        {
            while (input.Read(buffer) > 0)
            {
                // What the parent writes means nothing.
            }
        }
        catch (IOException)
        {
            // A broken pipe is an end, too.
        }

        lifetime.StopApplication();
    }
}
