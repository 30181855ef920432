namespace SessionState.AppCmd.Output;

/// <summary>Standard output takes no more.</summary>
internal sealed class OutputClosedException(Exception inner) : Exception(inner.Message, inner)
{
    // errno EPIPE; ERROR_BROKEN_PIPE; ERROR_NO_DATA.
    private const int UnixBrokenPipe = 32;
    private const int WindowsBrokenPipe = unchecked((int)0x8007006D);
    private const int WindowsPipeClosing = unchecked((int)0x800700E8);

    /// <summary>Whoever read the output has gone, as <c>head</c> does: an end, not an error.</summary>
    public bool IsReaderGone => InnerException!.HResult is UnixBrokenPipe or WindowsBrokenPipe or WindowsPipeClosing;
}
