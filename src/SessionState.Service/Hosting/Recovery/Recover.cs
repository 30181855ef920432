using Microsoft.Extensions.Logging.Abstractions;
using SessionState.Files;
using SessionState.Service.Audit;
using SessionState.Service.Changes.Pending;

namespace SessionState.Service.Hosting.Recovery;

/// <summary>
/// <c>SessionState.Service recover</c>: what the next start would do, with nothing else running, told in words; for the day on which a bad
/// applicationHost.config has taken every site down, the dashboard among them.
/// </summary>
internal static class Recover
{
    public const string Verb = "recover";
    private const string AcknowledgeWord = "acknowledge";
    private const string PutBackWord = "put-back";

    public static ServiceVerb Of(string[] args) => args switch
    {
        [_, AcknowledgeWord, _, ..] => new(3, (options, words) => Acknowledge(options, words[2], TimeProvider.System, Console.Out)),
        [_, PutBackWord, _, ..] => new(3, (options, words) => PutBack(options, words[2], TimeProvider.System, Console.Out)),
        [_, AcknowledgeWord or PutBackWord] => new(args.Length, (_, _) => ExplainUse()),
        _ => new(1, (options, _) => Run(options, TimeProvider.System, Console.Out)),
    };

    /// <summary>Finishes what was interrupted, takes back what is due, and tells what waits for a person.</summary>
    /// <returns>0 where nothing waits; 1 where something does.</returns>
    public static int Run(ServiceOptions options, TimeProvider time, TextWriter output) => With(options, time, output, parts =>
    {
        var report = new RecoveryText(output);
        report.Commits(parts.GetRequiredService<ConfigurationSet>().Recovery);
        var audit = parts.GetRequiredService<AuditLog>();
        report.Audit(audit);
        report.Settled(parts.GetRequiredService<AuditReader>());
        if (audit.ReadOnlyReason is null)
        {
            parts.GetRequiredService<PendingKeeper>().RunAsync(CancellationToken.None).GetAwaiter().GetResult();
        }

        report.Pending(parts.GetRequiredService<PendingLedger>());
        report.Configuration(parts.GetRequiredService<ConfigurationSet>());
        report.Versions(parts.GetRequiredService<AuditReader>(), $"{Verb} {PutBackWord}");
        return report.NeedsAPerson ? 1 : 0;
    });

    /// <summary>Leaves the files of an interrupted change as they are.</summary>
    public static int Acknowledge(ServiceOptions options, string id, TimeProvider time, TextWriter output)
    {
        using var folder = DataFolder.TryTake(options.DataDirectory, out var problem);
        if (folder is null)
        {
            return StartFailure.CannotStart(problem);
        }

        var report = new RecoveryText(output);
        report.Commits(CommitRecovery.Acknowledge(options.HistoryFolder, id, time));
        return report.NeedsAPerson ? 1 : 0;
    }

    /// <summary>Puts the files that a change wrote back as they were before it.</summary>
    public static int PutBack(ServiceOptions options, string record, TimeProvider time, TextWriter output) =>
        !long.TryParse(record, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var sequence)
            ? ExplainUse()
            : With(options, time, output, parts =>
            {
                var putBack = new FilePutBack(
                    parts.GetRequiredService<ConfigurationSet>(), parts.GetRequiredService<AuditReader>(), parts.GetRequiredService<AuditLog>());
                if (putBack.Run(sequence) is { } refusal)
                {
                    Console.Error.WriteLine($"Nothing was put back: {refusal.Detail} {refusal.Remedy}".TrimEnd());
                    return 1;
                }

                output.WriteLine($"The files are again as they were before audit record {sequence}.");
                return 0;
            });

    private static int With(ServiceOptions options, TimeProvider time, TextWriter output, Func<IServiceProvider, int> run)
    {
        var prepared = PreparedService.TryPrepare(options, time, out var problem, listens: false);
        if (prepared is null)
        {
            // Without a server's files the interrupted writes can be finished all the same.
            new RecoveryText(output).Commits(CommitRecovery.Run(options.HistoryFolder, time));
            return StartFailure.CannotStart(problem);
        }

        try
        {
            using var parts = Build(prepared, time);
            parts.GetRequiredService<AuditStart>().Run();
            var exitCode = run(parts);
            parts.GetRequiredService<AuditLog>().TryAppend(new() { Type = Contracts.AuditType.Stop, Actor = AuditActor.Service, Via = AuditVia.Service });
            parts.GetRequiredService<Audit.Checkpoints.AuditCheckpoints>().Sign();
            return exitCode;
        }
        finally
        {
            prepared.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
    }

    private static ServiceProvider Build(PreparedService prepared, TimeProvider time)
    {
        var services = new ServiceCollection();
        services.AddSingleton(typeof(ILogger<>), typeof(NullLogger<>));
        ServiceParts.Add(services, prepared, time);
        return services.BuildServiceProvider();
    }

    private static int ExplainUse()
    {
        Console.Error.WriteLine(
            $"""
            SessionState.Service {Verb}                      finishes what was interrupted and tells what waits for a person
            SessionState.Service {Verb} {PutBackWord} RECORD      puts the files back as they were before the change of that audit record
            SessionState.Service {Verb} {AcknowledgeWord} ID       leaves the files of an interrupted change as they are now
            """);
        return 2;
    }
}
