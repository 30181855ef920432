using System.Globalization;
using System.Text.RegularExpressions;
using SessionState.Contracts;
using SessionState.Files;
using SessionState.Service.Audit.Segments;
using SessionState.Service.Grants;

namespace SessionState.Service;

/// <summary>
/// Reads the settings under "Service". Every problem is found in one go, and each names the setting and what is allowed, so that a
/// person can mend all of them before the next start.
/// </summary>
internal sealed partial class ServiceOptionsReader
{
    private static readonly string[] Names =
    [
        "ApplicationHostConfig", "PathMap", "Variables", "DataDirectory", "Socket", "AllowedUids", "AllowedSids", "ServerName", "Demo", "ParentPipe",
        "AuditKeyFile", "AuditKeyName", "AuditOnlineDays", "AuditArchiveFolder", "FirstAdministrator", "ConfirmSeconds", "StepUpSeconds",
    ];

    private const int LongestConfirmTime = 86_400;
    private const int LongestStepUpTime = 86_400;

    private readonly IConfigurationSection _section;
    private readonly List<string> _problems = [];

    private ServiceOptionsReader(IConfiguration configuration) => _section = configuration.GetSection("Service");

    /// <summary>The options, or null and what is wrong with the settings.</summary>
    public static ServiceOptions? Read(IConfiguration configuration, out IReadOnlyList<string> problems)
    {
        var reader = new ServiceOptionsReader(configuration);
        problems = reader._problems;
        var options = reader.Read();
        return problems.Count == 0 ? options : null;
    }

    private ServiceOptions Read()
    {
        foreach (var unknown in _section.GetChildren().Where(child => !Names.Contains(child.Key, StringComparer.OrdinalIgnoreCase)))
        {
            _problems.Add($"Service:{unknown.Key} is no setting. There are: {string.Join(", ", Names)}.");
        }

        var demo = Flag("Demo");
        var data = DataDirectory();
        return new()
        {
            Demo = demo,
            ParentPipe = Flag("ParentPipe"),
            DataDirectory = data,
            ServerName = ServerName(demo),
            ApplicationHostConfig = ApplicationHostConfig(demo),
            PathMap = PathMap(),
            Variables = _section.GetSection("Variables").GetChildren().ToDictionary(child => child.Key, child => child.Value ?? ""),
            Address = Address(demo, data),
            AuditKeyFile = AbsoluteFile("AuditKeyFile", "the file with the audit's signing key"),
            AuditKeyName = AuditKeyName(),
            AuditOnlineDays = AuditOnlineDays(),
            AuditArchiveFolder = AbsoluteFile("AuditArchiveFolder", "the folder for the audit's archives"),
            FirstAdministrator = FirstAdministrator(),
            ConfirmTime = ConfirmTime(),
            StepUpTime = StepUpTime(),
            AllowedUids = AllowedUids(),
            AllowedSids = AllowedSids(),
        };
    }

    private bool Flag(string name)
    {
        var text = _section[name];
        if (text is not null && !bool.TryParse(text, out _))
        {
            _problems.Add($"Service:{name} is '{text}'; allowed are true and false.");
        }

        return bool.TryParse(text, out var value) && value;
    }

    private string DataDirectory()
    {
        var folder = _section["DataDirectory"];
        if (string.IsNullOrWhiteSpace(folder))
        {
            var home = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
            folder = home.Length == 0 ? "" : Path.Combine(home, "SessionStateDashboard");
        }

        if (!Path.IsPathFullyQualified(folder))
        {
            _problems.Add($"Service:DataDirectory is '{folder}'; it names the folder for the audit and our other files, from the root on.");
        }

        return folder;
    }

    private string? AbsoluteFile(string name, string what)
    {
        var file = _section[name];
        if (file is not null && !Path.IsPathFullyQualified(file))
        {
            _problems.Add($"Service:{name} is '{file}'; it names {what}, from the root on.");
        }

        return file;
    }

    // A subject may hold blanks, an issuer does not.
    private Subject? FirstAdministrator()
    {
        var text = _section["FirstAdministrator"]?.Trim();
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        if (text.Split(' ', 2, StringSplitOptions.TrimEntries) is [var issuer, { Length: > 0 } id])
        {
            return new(SubjectKind.Person, issuer, id);
        }

        _problems.Add($"Service:FirstAdministrator is '{text}'; write the issuer, a blank, and the person's name there: 'local ada'.");
        return null;
    }

    private TimeSpan ConfirmTime()
    {
        if (_section["ConfirmSeconds"] is not { } text)
        {
            return ServiceOptions.DefaultConfirmTime;
        }

        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || seconds is not 0 and (< 10 or > LongestConfirmTime))
        {
            _problems.Add(
                $"Service:ConfirmSeconds is '{text}'; allowed are 10 to {LongestConfirmTime} seconds, or 0 where nobody need confirm changes of the whole server.");
        }

        return TimeSpan.FromSeconds(seconds);
    }

    private TimeSpan StepUpTime()
    {
        if (_section["StepUpSeconds"] is not { } text)
        {
            return ServiceOptions.DefaultStepUpTime;
        }

        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || seconds is not 0 and (< 30 or > LongestStepUpTime))
        {
            _problems.Add(
                $"Service:StepUpSeconds is '{text}'; allowed are 30 to {LongestStepUpTime} seconds, or 0 where nobody need sign in again for anything.");
        }

        return TimeSpan.FromSeconds(seconds);
    }

    private string? AuditKeyName()
    {
        var name = _section["AuditKeyName"];
        if (name is not null && (!OperatingSystem.IsWindows() || _section["AuditKeyFile"] is not null))
        {
            _problems.Add("Service:AuditKeyName names a key in the key store of Windows; elsewhere, and for a key in a file, set Service:AuditKeyFile.");
        }

        return name;
    }

    private int AuditOnlineDays()
    {
        const int Min = 1;
        const int Max = 36_500;
        var text = _section["AuditOnlineDays"];
        var isDays = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is >= Min and <= Max;
        if (text is not null && !isDays)
        {
            _problems.Add($"Service:AuditOnlineDays is '{text}'; allowed are {Min} to {Max} days.");
        }

        return isDays ? days : AuditRetention.DefaultDays;
    }

    private string ServerName(bool demo)
    {
        var name = _section["ServerName"] ?? (demo ? "Demo server" : Environment.MachineName);
        if (name.Trim().Length is 0 or > 100)
        {
            _problems.Add("Service:ServerName is empty or too long; it has 1 to 100 characters.");
        }

        return name.Trim();
    }

    private string ApplicationHostConfig(bool demo)
    {
        var file = _section["ApplicationHostConfig"] ?? "";
        if (demo && file.Length > 0)
        {
            _problems.Add("Service:ApplicationHostConfig and Service:Demo exclude each other; set one of them.");
        }
        else if (!demo && !Path.IsPathFullyQualified(file))
        {
            _problems.Add(
                $"Service:ApplicationHostConfig is '{file}'; it names the server's applicationHost.config, from the root on. "
                + "To try the product out, set Service:Demo to true instead.");
        }

        return file;
    }

    private List<PathMapping> PathMap()
    {
        var mappings = new List<PathMapping>();
        foreach (var child in _section.GetSection("PathMap").GetChildren())
        {
            if (PathMapping.TryParse(child.Value ?? "") is { } mapping && Path.IsPathFullyQualified(mapping.To))
            {
                mappings.Add(mapping);
            }
            else
            {
                _problems.Add($@"Service:PathMap:{child.Key} is '{child.Value}'; write C:\inetpub=/srv/inetpub: the server's folder, =, the folder here.");
            }
        }

        return mappings;
    }

    private ServiceAddress Address(bool demo, string data)
    {
        var text = _section["Socket"]
            ?? (demo && !OperatingSystem.IsWindows() ? Path.Combine(data, "run", "api.sock") : ServiceAddress.Default.ToString());
        if (!ServiceAddress.TryParse(text, out var address, out var error))
        {
            _problems.Add($"Service:Socket: {error}");
        }
        else if (address.Transport == ServiceTransport.NamedPipe && !OperatingSystem.IsWindows())
        {
            _problems.Add($"Service:Socket is '{text}'; named pipes are for Windows, write unix:/path/to/socket here.");
        }

        return address ?? ServiceAddress.Default;
    }

    private List<uint> AllowedUids()
    {
        var uids = new List<uint>();
        foreach (var text in Texts("AllowedUids"))
        {
            if (uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var uid))
            {
                uids.Add(uid);
            }
            else
            {
                _problems.Add($"Service:AllowedUids has '{text}'; allowed are user numbers, as 'id -u NAME' prints them.");
            }
        }

        return uids.Count > 0 || !OperatingSystem.IsLinux() ? uids : [UnixFileStatus.CurrentUserId];
    }

    private List<string> AllowedSids()
    {
        var sids = Texts("AllowedSids").ToList();
        _problems.AddRange(sids.Where(sid => !SidPattern().IsMatch(sid)).Select(sid =>
            $"Service:AllowedSids has '{sid}'; allowed are security identifiers, S-1-5-82-… for an application pool, as 'sc.exe showsid' prints them."));
        return sids;
    }

    // "1,2" or a list.
    private IEnumerable<string> Texts(string name)
    {
        var section = _section.GetSection(name);
        return section.Value is { } list ? list.Split(',') : section.GetChildren().Select(child => child.Value ?? "");
    }

    [GeneratedRegex(@"^S-1(-\d{1,10}){2,15}$", RegexOptions.CultureInvariant)]
    private static partial Regex SidPattern();
}
