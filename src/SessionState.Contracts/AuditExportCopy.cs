namespace SessionState.Contracts;

/// <summary>Passes an export on. What the destination throws is its owner's; only the Service's side becomes a problem.</summary>
internal static class AuditExportCopy
{
    public static async Task<ServiceResult<AuditExported>> RunAsync(Stream source, Stream destination, CancellationToken cancellationToken)
    {
        var buffer = new byte[81_920];
        for (long bytes = 0; ;)
        {
            int read;
            try
            {
                read = await source.ReadAsync(buffer, cancellationToken);
            }
            catch (Exception error) when (ServiceProblems.IsUnavailable(error, cancellationToken))
            {
                return new Problem(
                    ProblemCodes.Unavailable, "The export broke off", "The connection to the service ended before the export did.", 503)
                {
                    Remedy = "Throw away what was received, and export again. If it breaks off again, let the service verify its audit.",
                };
            }

            if (read == 0)
            {
                return new AuditExported(bytes);
            }

            await destination.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            bytes += read;
        }
    }
}
