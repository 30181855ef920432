using System.Runtime.InteropServices;
using SessionState.AppCmd;

using var stopping = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);

return await AppCmdMain.RunAsync(args, ProcessEnvironment.Create(), stopping.Token);

void Stop(PosixSignalContext signal)
{
    // The second Ctrl+C ends the process where the first one is not noticed.
    signal.Cancel = !stopping.IsCancellationRequested;
    stopping.Cancel();
}
