using SessionState.Service;
using SessionState.Service.Hosting;

var verb = ServiceVerb.Find(args);
if (ServiceSettings.TryRead(verb is null ? args : args[verb.Words..], AppContext.BaseDirectory, out var unreadable) is not { } settings)
{
    return StartFailure.BadSettings([unreadable]);
}

if (ServiceOptionsReader.Read(settings, out var problems) is not { } options)
{
    return StartFailure.BadSettings(problems);
}

if (verb is not null)
{
    return verb.Run(options, args);
}

await using var prepared = PreparedService.TryPrepare(options, TimeProvider.System, out var problem);
if (prepared is null)
{
    return StartFailure.CannotStart(problem);
}

await using var app = ServiceHost.Build(prepared, TimeProvider.System);
app.Lifetime.ApplicationStarted.Register(() => Console.Out.WriteLine($"ready {options.Address}"));
try
{
    await app.StartAsync();
}
catch (Exception error) when (error is IOException or InvalidOperationException)
{
    return StartFailure.CannotStart(error.Message);
}

await app.WaitForShutdownAsync();
return 0;
