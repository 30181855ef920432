using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace SessionState.Dashboard.Tests.Hosting;

/// <summary>A log to wait at.</summary>
internal sealed class ListLogger<T> : ILogger<T>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Channel<string> _messages = Channel.CreateUnbounded<string>();

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _messages.Writer.TryWrite(formatter(state, exception));

    /// <summary>The next message that contains the text.</summary>
    public async Task<string> NextAsync(string text, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        await foreach (var message in _messages.Reader.ReadAllAsync(patience.Token))
        {
            if (message.Contains(text, StringComparison.Ordinal))
            {
                return message;
            }
        }

        throw new InvalidOperationException("The log ended.");
    }
}
