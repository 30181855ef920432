using SessionState.Service.Hosting.Recovery;

namespace SessionState.Service.Hosting;

/// <summary>Something to do instead of running: for whoever owns the data folder, with the Service stopped, except to ask how it fares.</summary>
/// <param name="Words">How many arguments it takes, itself included; settings follow.</param>
/// <param name="Run">Does it and gives the exit code.</param>
internal sealed record ServiceVerb(int Words, Func<ServiceOptions, string[], int> Run)
{
    /// <summary>Null: the Service is to run.</summary>
    public static ServiceVerb? Find(string[] args) => args switch
    {
        [RotateAuditKey.Verb, ..] => new(1, (options, _) => RotateAuditKey.Run(options, TimeProvider.System, Console.Out)),
        [GrantAdministrator.Verb, _, _, ..] => new(
            3, (options, words) => GrantAdministrator.Run(options, words[1], words[2], TimeProvider.System, Console.Out)),
        [Recover.Verb, ..] => Recover.Of(args),
        [GrantAdministrator.Verb, ..] => new(args.Length, (_, _) => GrantAdministrator.ExplainUse()),
        [HealthCheck.Verb, ..] => new(1, (options, _) => HealthCheck.RunAsync(options, Console.Out).GetAwaiter().GetResult()),
        [ArchiveAudit.Verb, ..] => new(1, (options, _) => ArchiveAudit.Run(options, TimeProvider.System, Console.Out)),
        [ErasePerson.Verb, var issuer, var subject, ..] when !issuer.StartsWith('-') && !subject.StartsWith('-') => new(
            3, (options, words) => ErasePerson.Run(options, words[1], words[2], TimeProvider.System, Console.Out)),
        [ErasePerson.Verb, ..] => new(args.Length, (_, _) => ErasePerson.ExplainUse()),
        _ => null,
    };
}
