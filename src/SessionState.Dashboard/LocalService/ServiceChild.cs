using System.Diagnostics;

namespace SessionState.Dashboard.LocalService;

/// <summary>One run of the child Service.</summary>
internal sealed class ServiceChild : IAsyncDisposable
{
    private const string ReadyLine = "ready ";

    private static readonly TimeSpan TimeToStart = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan TimeToStop = TimeSpan.FromSeconds(5);

    private readonly Process _process;
    private readonly ILogger _log;
    private readonly TaskCompletionSource<bool> _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private string? _lastError;

    private ServiceChild(Process process, ILogger log)
    {
        _process = process;
        _log = log;
        process.OutputDataReceived += (_, line) => ReadOutput(line.Data);
        process.ErrorDataReceived += (_, line) => ReadError(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public static ServiceChild Start(ServiceCommand command, ILogger log) => new(Process.Start(command.ToStartInfo())!, log);

    /// <summary>True once the Service answers; false when it ended or took too long.</summary>
    public async Task<bool> IsReadyAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _ready.Task.WaitAsync(TimeToStart, cancellationToken);
        }
        catch (TimeoutException)
        {
            _lastError = $"It was not ready after {TimeToStart.TotalSeconds:0} seconds.";
            _process.Kill();
            return false;
        }
    }

    /// <summary>Waits until it ends by itself, and says why.</summary>
    public async Task<string> EndAsync(CancellationToken cancellationToken)
    {
        await _process.WaitForExitAsync(cancellationToken);
        return $"The Service ended (exit code {_process.ExitCode}). {_lastError}".TrimEnd();
    }

    public async ValueTask DisposeAsync()
    {
        using (_process)
        {
            // Asks it to end; it finishes the change it is at.
            _process.StandardInput.Close();
            try
            {
                using var patience = new CancellationTokenSource(TimeToStop);
                await _process.WaitForExitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                _log.LogWarning("The Service did not end in time and is killed");
                _process.Kill();
            }
        }
    }

    // The end of the output is the end of the process.
    private void ReadOutput(string? line)
    {
        if (line is null)
        {
            _ready.TrySetResult(false);
        }
        else if (line.StartsWith(ReadyLine, StringComparison.Ordinal))
        {
            _ready.TrySetResult(true);
        }
        else if (_log.IsEnabled(LogLevel.Information))
        {
            _log.LogInformation("Service: {Line}", line);
        }
    }

    private void ReadError(string? line)
    {
        if (!string.IsNullOrWhiteSpace(line))
        {
            _lastError = line.Trim();
            _log.LogWarning("Service: {Line}", line);
        }
    }
}
