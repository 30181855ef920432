using System.Diagnostics;
using System.Text.RegularExpressions;

namespace EndToEnd.Tests.Harness;

/// <summary>A real process whose lines a test can wait for.</summary>
internal sealed class RunningProgram : IAsyncDisposable
{
    // Much longer than anything takes: the machine may be busy with other tests.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Process _process;
    private readonly Lock _gate = new();
    private readonly List<string> _lines = [];
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public RunningProgram(string program, params string[] arguments)
        : this(program, [], arguments)
    {
    }

    /// <param name="program">What to start.</param>
    /// <param name="variables">More of its environment.</param>
    /// <param name="arguments">Its command line.</param>
    public RunningProgram(string program, IEnumerable<KeyValuePair<string, string>> variables, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => Add(line.Data);
        _process.ErrorDataReceived += (_, line) => Add(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public int Id => _process.Id;

    /// <summary>Everything it has written so far, standard output and error.</summary>
    public string Output
    {
        get
        {
            lock (_gate)
            {
                return string.Join('\n', _lines);
            }
        }
    }

    public int LineCount
    {
        get
        {
            lock (_gate)
            {
                return _lines.Count;
            }
        }
    }

    /// <summary>The newest line that matches; waits for one where there is none yet.</summary>
    /// <param name="pattern">A regular expression.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <param name="after">How many of the first lines not to look at.</param>
    public async Task<Match> LineAsync(string pattern, CancellationToken cancellationToken, int after = 0)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        while (true)
        {
            Task changed;
            lock (_gate)
            {
                var found = _lines.Skip(after).Reverse().Select(line => Regex.Match(line, pattern)).FirstOrDefault(match => match.Success);
                if (found is not null)
                {
                    return found;
                }

                changed = _changed.Task;
            }

            await WaitAsync(changed, pattern, patience.Token);
        }
    }

    public async Task<int> ExitAsync(CancellationToken cancellationToken)
    {
        await _process.WaitForExitAsync(cancellationToken).WaitAsync(Patience, cancellationToken);
        return _process.ExitCode;
    }

    /// <summary>As <c>kill -9</c> does: the process cannot do anything about it.</summary>
    public void Kill() => _process.Kill();

    public async ValueTask DisposeAsync()
    {
        using (_process)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }
    }

    private async Task WaitAsync(Task changed, string pattern, CancellationToken cancellationToken)
    {
        try
        {
            await changed.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            Assert.Fail($"No line like \"{pattern}\" was written. There is:\n{Output}");
        }
    }

    private void Add(string? line)
    {
        if (line is not null)
        {
            lock (_gate)
            {
                _lines.Add(line);
                _changed.SetResult();
                _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }
    }
}
