using SessionState.AppCmd.Grammar;
using static SessionState.AppCmd.Output.NewLines;

namespace SessionState.AppCmd.Output;

/// <summary>The texts of IIS's appcmd, as recorded, and errors of our own in the same form.</summary>
internal static class Answers
{
    public static Answer ObjectNotSupported(string name) => new(
        ExitCode.Usage,
        $"Object '{name.ToUpperInvariant()}' is not supported.  Run 'appcmd.exe /?' to display supported objects.{Usage}",
        NotOurs.ExplainObject(name));

    public static Answer CommandNotSupported(string verb, string objectName) => new(
        ExitCode.Usage,
        $"Command '{verb.ToUpperInvariant()}' is not supported on object '{objectName}'. Run 'appcmd.exe {objectName} /?'{Usage}"
        + $"to display supported commands.{Usage}",
        NotOurs.ExplainVerb(verb));

    public static Answer StrayArgument(string argument, string? explanation) => new(
        ExitCode.Usage,
        $"Failed to process input: The parameter '{argument}' must begin with a / or - (HRESULT=80070057).{Recorded}",
        explanation);

    public static Answer UnknownAttribute(string name, string? explanation = null) =>
        Error(ExitCode.Usage, $"Unknown attribute \"{name}\".  Replace with -? for help.", explanation);

    public static Answer CannotFind(string objectName, string identifier) =>
        Error(ExitCode.NotFound, $"Cannot find {objectName} object with identifier \"{identifier}\".");

    /// <summary>A broken file, in the block that IIS prints.</summary>
    /// <param name="file">The file; "" where it is about none.</param>
    /// <param name="line">The line; 0 where it is unknown.</param>
    /// <param name="description">What is wrong.</param>
    /// <param name="explanation">More, for standard error.</param>
    public static Answer ConfigurationError(string file, int line, string description, string? explanation = null) => new(
        ExitCode.NotFound,
        $"ERROR ( message:Configuration error{Recorded}Filename: {file}{Recorded}Line Number: {line}{Recorded}"
        + $"Description: {description}{Recorded}. ){Recorded}",
        explanation);

    public static Answer UnrecognizedPath(string path, string? explanation = null) =>
        ConfigurationError("", 0, $"Unrecognized configuration path '{ConfigurationPaths.Full(path)}'", explanation);

    public static Answer UnrecognizedLevel(string identifier) => Error(
        ExitCode.NotFound,
        $"The level \"{identifier}\" is not read by this tool. Name a site, or nothing for the server.");

    public static Answer NoSiteForAddress(string address) => Error(
        ExitCode.NotFound,
        $"No site has a binding for \"{address}\". Name the site instead, as in \"Default Web Site/app\".");

    /// <summary>An error in appcmd's form. The message is a sentence with its full stop.</summary>
    public static Answer Error(int exitCode, string message, string? explanation = null) =>
        new(exitCode, $"ERROR ( message:{message} ){Recorded}", explanation);

    /// <summary>An error with the code of the system call that would have failed in IIS.</summary>
    public static Answer Error(int exitCode, string hresult, string message, string? explanation) =>
        new(exitCode, $"ERROR ( hresult:{hresult}, message:{message} ){Recorded}", explanation);
}
