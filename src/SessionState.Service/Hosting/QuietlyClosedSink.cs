using Serilog.Core;
using Serilog.Debugging;
using Serilog.Events;

namespace SessionState.Service.Hosting;

/// <summary>A log file that cannot take its last lines, because the disk is full, is no reason for the Service to end in a crash.</summary>
internal sealed class QuietlyClosedSink(ILogEventSink inner) : ILogEventSink, IDisposable
{
    public void Emit(LogEvent logEvent) => inner.Emit(logEvent);

    public void Dispose()
    {
        try
        {
            (inner as IDisposable)?.Dispose();
        }
        catch (IOException error)
        {
            SelfLog.WriteLine("The log could not be closed: {0}", error);
        }
    }
}
