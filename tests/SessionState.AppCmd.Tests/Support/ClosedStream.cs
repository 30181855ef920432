namespace SessionState.AppCmd.Tests.Support;

/// <summary>An output that takes nothing.</summary>
internal sealed class ClosedStream(string message, int hresult) : MemoryStream
{
    public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException(message, hresult);

    public override void Write(byte[] buffer, int offset, int count) => throw new IOException(message, hresult);
}
