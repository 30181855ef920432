namespace SessionState.Files.Disks;

/// <summary>Bytes that one reader uses for one file after another. Not for two at once.</summary>
internal sealed class ReadBuffer
{
    private byte[] _bytes = new byte[32 * 1024];

    public byte[] Bytes => _bytes;

    /// <summary>Room for at least so many bytes; what was in it is lost.</summary>
    public byte[] AtLeast(int count)
    {
        if (_bytes.Length < count)
        {
            _bytes = new byte[count];
        }

        return _bytes;
    }
}
