using System.Text;

namespace SessionState.AppCmd.Output;

/// <summary>Standard output and standard error, as UTF-8 without a byte order mark; standard output is buffered.</summary>
internal sealed class CommandOutput : IDisposable
{
    private static readonly UTF8Encoding Encoding = new(encoderShouldEmitUTF8Identifier: false);

    private readonly StreamWriter _output;
    private readonly Stream _error;

    public CommandOutput(Stream output, Stream error)
    {
        Stream = new OutputStream(output);
        _output = new StreamWriter(Stream, Encoding, bufferSize: 16 * 1024, leaveOpen: true) { NewLine = NewLines.Recorded };
        _error = error;
    }

    /// <summary>Standard output itself, for a writer with a buffer of its own. Not to be mixed with the text methods.</summary>
    public Stream Stream { get; }

    /// <summary>A line in appcmd's form, ended by CR LF.</summary>
    public void Line(string text) => _output.WriteLine(text);

    /// <summary>Text with its own line ends.</summary>
    public void Write(string text) => _output.Write(text);

    public void Write(Answer answer)
    {
        Write(answer.Text);
        if (answer.Explanation is { } explanation)
        {
            Note(explanation);
        }
    }

    /// <summary>A line on standard error, ended by LF, after everything printed so far. Nobody misses it where nobody listens.</summary>
    public void Note(string text)
    {
        Flush();
        Complain(text);
    }

    /// <summary>A line on standard error where standard output is no longer of use.</summary>
    public void Complain(string text)
    {
        try
        {
            _error.Write(Encoding.GetBytes(text + NewLines.Ours));
            _error.Flush();
        }
        catch (IOException)
        {
            // Standard error is closed.
        }
    }

    public void Flush() => _output.Flush();

    public void Dispose()
    {
        try
        {
            _output.Dispose();
        }
        catch (OutputClosedException)
        {
            // Whoever wants to know has flushed before.
        }
    }
}
