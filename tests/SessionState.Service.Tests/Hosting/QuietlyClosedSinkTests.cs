using Serilog;
using Serilog.Core;
using Serilog.Events;
using SessionState.Service.Hosting;

namespace SessionState.Service.Tests.Hosting;

public sealed class QuietlyClosedSinkTests
{
    [Fact]
    public void Log_ThatCannotTakeItsLastLines_IsClosedAllTheSame()
    {
        var file = new FullFile();
        using (var log = new LoggerConfiguration().WriteTo.Sink(new QuietlyClosedSink(file)).CreateLogger())
        {
            log.Information("The last line");
        }

        Assert.Equal(["The last line"], file.Lines);
        Assert.True(file.WasClosed);
    }

    private sealed class FullFile : ILogEventSink, IDisposable
    {
        public List<string> Lines { get; } = [];

        public bool WasClosed { get; private set; }

        public void Emit(LogEvent logEvent) => Lines.Add(logEvent.MessageTemplate.Text);

        public void Dispose()
        {
            WasClosed = true;
            throw new IOException("No space left on device");
        }
    }
}
