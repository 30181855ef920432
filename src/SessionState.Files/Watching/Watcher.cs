using System.Threading.Channels;

namespace SessionState.Files.Watching;

/// <summary>Looks at the disk again and again: soon after a hint, and otherwise at an interval that keeps the looking cheap.</summary>
internal sealed class Watcher : IAsyncDisposable
{
    /// <summary>An editor's save is several events; one look after the last is enough.</summary>
    private static readonly TimeSpan AfterHint = TimeSpan.FromMilliseconds(50);

    private static readonly TimeSpan AfterHalfWritten = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);

    private readonly Channel<bool> _hints =
        Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private readonly CancellationTokenSource _stop = new();
    private readonly FolderHints _folderHints;
    private readonly Task _loop;

    /// <param name="watchFolders">Asks for the system's notices.</param>
    /// <param name="look">Looks once; true where another look should come soon.</param>
    /// <param name="fault">Told of what nobody foresaw.</param>
    public Watcher(Action<FolderHints> watchFolders, Func<bool> look, Action<Exception> fault, TimeProvider time)
    {
        _folderHints = new(() => _hints.Writer.TryWrite(true));
        watchFolders(_folderHints);
        _loop = Task.Run(() => Loop(look, fault, time, _stop.Token));
    }

    public async ValueTask DisposeAsync()
    {
        _folderHints.Dispose();
        await _stop.CancelAsync();
        await _loop.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    /// <summary>A look may take a twentieth of the time.</summary>
    internal static TimeSpan IntervalAfter(TimeSpan look) => look * 20 > Shortest ? look * 20 : Shortest;

    private async Task Loop(Func<bool> look, Action<Exception> fault, TimeProvider time, CancellationToken stop)
    {
        for (var interval = Shortest; ;)
        {
            await Pause(interval, time, stop);
            var start = time.GetTimestamp();
            var again = false;
            try
            {
                again = look();
            }
            catch (Exception exception)
            {
                fault(exception);
            }

            interval = again ? AfterHalfWritten : IntervalAfter(time.GetElapsedTime(start));
        }
    }

    private async Task Pause(TimeSpan interval, TimeProvider time, CancellationToken stop)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var hint = _hints.Reader.WaitToReadAsync(enough.Token).AsTask();
        var first = await Task.WhenAny(hint, Task.Delay(interval, time, enough.Token));
        stop.ThrowIfCancellationRequested();
        if (first == hint)
        {
            await Task.Delay(AfterHint, time, stop);
            _hints.Reader.TryRead(out _);
        }

        await enough.CancelAsync();
    }
}
