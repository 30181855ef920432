namespace SessionState.Files.Disks;

/// <summary>Owner and rights that a new file gets.</summary>
internal readonly record struct FileRights
{
    private FileRights(string? model, bool isPrivate) => (Model, IsPrivate) = (model, isPrivate);

    /// <summary>Those that a new file gets in its folder: the folder's owner and readers.</summary>
    public static FileRights OfFolder => new(null, isPrivate: false);

    /// <summary>Nobody but us, whoever may enter the folder.</summary>
    public static FileRights Private => new(null, isPrivate: true);

    /// <summary>A file of the same folder; null: there is none to be like.</summary>
    public string? Model { get; }

    public bool IsPrivate { get; }

    /// <summary>Owner, rights and extended attributes of another file of the folder.</summary>
    public static FileRights Like(string name) => new(name, isPrivate: false);
}
