namespace SessionState.Files.Disks.Linux;

/// <summary>Writes to an open file.</summary>
internal static class LinuxFileWriter
{
    public static unsafe void WriteAll(int descriptor, ReadOnlySpan<byte> bytes)
    {
        fixed (byte* start = bytes)
        {
            for (nint done = 0; done < bytes.Length;)
            {
                var written = LibC.Write(descriptor, start + done, bytes.Length - done);
                if (written >= 0)
                {
                    done += written;
                }
                else if (Errors.Last is not Errors.Interrupted)
                {
                    throw Errors.Exception("write");
                }
            }
        }
    }
}
