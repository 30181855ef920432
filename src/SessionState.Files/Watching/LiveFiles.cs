using SessionState.Engine.Hierarchy;
using SessionState.Engine.Schema;
using SessionState.Engine.Text;
using SessionState.Files.Disks;
using SessionState.Files.Reading;

namespace SessionState.Files.Watching;

/// <summary>The files of a set and the snapshot they make. Not thread-safe: the set calls it under its lock.</summary>
internal sealed class LiveFiles
{
    private readonly Disk _disk;
    private readonly TimeProvider _time;
    private readonly IReadOnlyDictionary<string, string> _variables;
    private readonly HostFile _host;
    private readonly RedirectionFile _redirection;
    private readonly string _configured;
    private readonly ServerSchema? _schema;
    private readonly FrameworkSet _frameworks;
    private FileTable _table = new();

    private LiveFiles(
        Disk disk, ConfigurationSetOptions options, ContentMap map, HostFile host, RedirectionFile redirection, TimeProvider time)
    {
        _redirection = redirection;
        _configured = options.ApplicationHostConfig;
        _schema = SchemaFile.Read(disk, options.ApplicationHostConfig);
        _disk = disk;
        _time = time;
        _host = host;
        _variables = ServerVariables.With(options.Variables);
        _frameworks = new(disk, options, _variables, time);
        Map = map;
        SetServerFiles(_table);
        Current = Take(Build(host.Found.File, foldersFound: false));
    }

    public ContentMap Map { get; }

    /// <summary>applicationHost.config, and the .NET Framework's files that are there.</summary>
    public IEnumerable<HostFile> ServerFiles => _frameworks.Open.Prepend(_host);

    public string HostPath => _host.Path;

    /// <summary>Temporary files that an interrupted commit left behind, as far as they were seen.</summary>
    public IEnumerable<string> Leftovers => [.. Map.Leftovers, .. _host.Leftovers(), .. _frameworks.Open.SelectMany(file => file.Leftovers())];

    public ConfigurationSnapshot Current { get; private set; }

    public ConfigurationSnapshot? LastGood { get; private set; }

    /// <summary>Reads everything; null and the reason where applicationHost.config cannot even be found.</summary>
    public static LiveFiles? Load(Disk disk, ConfigurationSetOptions options, TimeProvider time, out Diagnostic? problem)
    {
        var redirection = RedirectionFile.Find(disk, options.ApplicationHostConfig);
        if (redirection.Follow(options, ServerVariables.With(options.Variables), disk, out problem) is not { } path)
        {
            return null;
        }

        var map = new ContentMap(disk, options, path, time);
        var host = HostFile.Open(disk, path, time, bytes => map.Prepare(SiteFolders.Guess(bytes)));
        return new(disk, options, map, host, redirection, time);
    }

    /// <summary>Brings the snapshot up to date.</summary>
    /// <param name="changed">Folders that may have changed.</param>
    /// <param name="patience">See <see cref="ContentUpdate"/>.</param>
    /// <returns>Null where nothing changed.</returns>
    public SnapshotChanged? Update(List<ScannedFolder> changed, HalfWritten? patience)
    {
        var update = new ContentUpdate(_disk, Map, _table, patience, _time);
        update.Look(changed);
        var foldersFound = Map.FindLost();
        if (IsRedirectedElsewhere())
        {
            return Lose(RedirectionProblems.Changed(_redirection.Path ?? _configured), update.ChangedFiles);
        }

        var hostChanged = _host.LookAgain(patience) || IsLost;
        if (hostChanged)
        {
            _table.Set(_host.Path, _host.Found.State);
            update.ChangedFiles.Add(_host.Path);
        }

        var frameworks = LookAtFrameworks(patience);
        update.ChangedFiles.UnionWith(frameworks);

        if (hostChanged || foldersFound)
        {
            var before = _table.Files;
            var server = Build(_host.Found.File, foldersFound);
            update.ChangedFiles.UnionWith(_table.Files.Keys.Where(file => !before.ContainsKey(file)));
            return Publish(server, update.ChangedFiles, external: true);
        }

        if (update.IsEmpty)
        {
            return null;
        }

        var updated = update.ApplyTo(Current.Server);
        return Publish(frameworks.Count > 0 ? updated.WithFrameworks(_frameworks.Files) : updated, update.ChangedFiles, external: true);
    }

    /// <summary>
    /// True for applicationHost.config, and for the web.config, existing or not, of a folder of the set. Safe without the lock.
    /// </summary>
    public bool Owns(string file)
    {
        var name = Path.GetFileName(file);
        return file == HostPath
            || _frameworks.Find(file) is not null
            || (FoundFile.IsWebConfig(name)
                && Map.Forest.Find(Path.GetDirectoryName(file) ?? "") is { } folder
                && (folder.WebConfig is null || folder.WebConfig.Name == name));
    }

    /// <summary>
    /// Folders that count for a node and may be other than they were, each before those below it; null where not even the server's own file
    /// may be. Safe without the lock.
    /// </summary>
    public List<ScannedFolder>? FindOther(ConfigurationNode node)
    {
        var others = new List<ScannedFolder>();
        for (var above = node; above is not null; above = above.Parent)
        {
            if (above.LocalFolder is { } path && Map.Forest.Find(path) is { } folder && Sweep.IsOther(_disk, folder))
            {
                others.Insert(0, folder);
            }
        }

        return others.Count > 0 || _host.IsOther() ? others : null;
    }

    public int LimitOf(string file) =>
        KindOf(file) is ConfigurationFileKind.Web ? ConfigurationFileReader.WebConfigLimit : ConfigurationFileReader.ApplicationHostLimit;

    /// <summary>A file of the set as it is now; safe without the lock.</summary>
    public FileRead? Read(string file)
    {
        if (!Owns(file))
        {
            return null;
        }

        using var folder = _disk.OpenFolder(Path.GetDirectoryName(file)!, out _);
        return folder?.Read(Path.GetFileName(file), LimitOf(file), ConfigurationFileReader.LinksOf(KindOf(file)));
    }

    /// <summary>Takes over what a commit has just written.</summary>
    public SnapshotChanged Accept(CommitRequest request)
    {
        var plan = ReferenceEquals(request.Before, Current) ? request.After : null;
        var server = plan ?? Current.Server;
        foreach (var file in request.Files)
        {
            server = file.File == HostPath ? AcceptHost(file, plan)
                : _frameworks.Find(file.File) is { } framework ? AcceptFramework(framework, file, plan, server)
                : AcceptWebConfig(file, plan, server);
        }

        return Publish(server, request.Files.Select(file => file.File), external: false);
    }

    private ServerConfiguration AcceptHost(CommitFile file, ServerConfiguration? plan)
    {
        _host.Accept(file, plan?.ApplicationHost);
        _table.Set(HostPath, _host.Found.State);
        return plan is null || Map.Update(plan.Layout) ? Build(_host.Found.File, foldersFound: false) : plan;
    }

    private ServerConfiguration AcceptFramework(HostFile framework, CommitFile file, ServerConfiguration? plan, ServerConfiguration server)
    {
        var parsed = plan?.Frameworks.SelectMany(files => new[] { files.Machine, files.RootWeb }).FirstOrDefault(one => one?.Path == file.File);
        _frameworks.Accept(framework, file, parsed);
        _table.Set(framework.Path, framework.Found.State);
        return plan is null ? server.With(framework.Found.File) : server;
    }

    private ServerConfiguration AcceptWebConfig(CommitFile file, ServerConfiguration? plan, ServerConfiguration server)
    {
        var folder = Map.Forest.Find(Path.GetDirectoryName(file.File)!)!;
        var parsed = plan?.NodesServedBy(file.File) is [var node, ..] ? node.WebConfig : null;
        SectionSource? Source(string name) => folder.WebConfig?.File.Sources.FirstOrDefault(source => source.Name == name);
        var found = new FoundFile(
            Path.GetFileName(file.File),
            parsed ?? ConfigurationFile.Read(ConfigurationFileKind.Web, file.File, file.NewBytes, Source),
            new(file.NewHash),
            _disk.StampOf(file.File)?.Settled(_time.GetUtcNow()) ?? FileStamp.Unknown)
        {
            Sources = folder.WebConfig?.Sources ?? [],
        };
        folder.Update(found, folder.Folders);
        _table.Set(file.File, found.State);
        return plan is null ? server.With(found.File) : server;
    }

    private ServerConfiguration Build(ConfigurationFile host, bool foldersFound)
    {
        var layout = ServerLayout.Read(host, _variables, [.. new[] { _redirection.Note }.OfType<Diagnostic>()], _schema);
        var foldersChanged = (host.IsReadable && Map.Update(layout)) || foldersFound;
        var table = foldersChanged ? Task.Run(CreateTable) : Task.FromResult(_table);
        var server = ServerConfiguration.Build(host, layout, Map.Read, _frameworks.Files);
        _table = table.GetAwaiter().GetResult();
        return server;
    }

    // Seldom, and not to be followed while people work: the set says so and shows nothing until it is loaded anew.
    private bool IsRedirectedElsewhere()
    {
        if (_redirection.Path is { } path && _disk.StampOf(path) == _redirection.Stamp)
        {
            return false;
        }

        return RedirectionFile.Find(_disk, _configured) is var now && now.Content != _redirection.Content && (now.Content.IsEnabled || _redirection.Content.IsEnabled);
    }

    private bool IsLost =>
        Current.Server.ApplicationHost is { IsReadable: false, Diagnostics: [{ Code: FileDiagnosticCodes.Redirected }, ..] };

    private SnapshotChanged? Lose(Diagnostic why, IEnumerable<string> changedFiles)
    {
        if (Current.Server.ApplicationHost is { IsReadable: false, Diagnostics: [var known, ..] } && known == why)
        {
            return null;
        }

        var lost = ConfigurationFile.Unreadable(ConfigurationFileKind.ApplicationHost, HostPath, why);
        return Publish(
            ServerConfiguration.Build(lost, ServerLayout.Read(lost, _variables), Map.Read, _frameworks.Files),
            [.. changedFiles, why.File!],
            external: true);
    }

    private IReadOnlyList<string> LookAtFrameworks(HalfWritten? patience)
    {
        var changed = _frameworks.LookAgain(patience);
        foreach (var path in changed)
        {
            if (_frameworks.Find(path) is { } file)
            {
                _table.Set(path, file.Found.State);
            }
            else
            {
                _table.Remove(path);
            }
        }

        return changed;
    }

    private ConfigurationFileKind KindOf(string file) =>
        file == HostPath ? ConfigurationFileKind.ApplicationHost : _frameworks.Find(file)?.Kind ?? ConfigurationFileKind.Web;

    private void SetServerFiles(FileTable table)
    {
        if (_redirection.Path is { } redirection)
        {
            table.Set(redirection, _redirection.State);
        }

        foreach (var file in ServerFiles)
        {
            table.Set(file.Path, file.Found.State);
        }
    }

    private FileTable CreateTable()
    {
        var table = new FileTable();
        SetServerFiles(table);
        table.Add(Map.Forest.Tops);
        return table;
    }

    private SnapshotChanged Publish(ServerConfiguration server, IEnumerable<string> changedFiles, bool external)
    {
        var before = Current;
        Current = Take(server);
        return new(before, Current, [.. changedFiles], external);
    }

    private ConfigurationSnapshot Take(ServerConfiguration server)
    {
        var snapshot = new ConfigurationSnapshot(server, _table.Files, _table.Revision, _time.GetUtcNow());
        LastGood = server.ApplicationHost.IsReadable ? snapshot : LastGood;
        return snapshot;
    }
}
