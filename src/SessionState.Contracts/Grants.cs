namespace SessionState.Contracts;

/// <summary>What kind of name a grant is for.</summary>
public enum SubjectKind
{
    /// <summary>One person: issuer and subject.</summary>
    Person,

    /// <summary>Everybody in a group: issuer and the group's name.</summary>
    Group,
}

/// <summary>Who holds a grant.</summary>
/// <param name="Kind">A person or a group.</param>
/// <param name="Issuer">Who vouches for the name, see <see cref="ActingUser.Issuer"/>.</param>
/// <param name="Id">The person's subject, or the group's name.</param>
/// <param name="Name">What people call them, for display only; null for nothing else than the id.</param>
public sealed record GrantSubject(SubjectKind Kind, string Issuer, string Id, string? Name);

/// <summary>Somebody has a role at a place, and with it the role's permissions there and below.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Subject">Who.</param>
/// <param name="Role">Which role.</param>
/// <param name="Path">Where: "" for the whole server, else a node and what is below it.</param>
/// <param name="Setting">The one setting that may be changed; null for all.</param>
/// <param name="Until">Ends by itself then (UTC); null for never.</param>
/// <param name="GivenBy">Who gave it.</param>
/// <param name="GivenAt">When (UTC).</param>
/// <param name="Reason">Why; null where nobody said.</param>
public sealed record GrantInfo(
    Guid Id,
    GrantSubject Subject,
    string Role,
    string Path,
    string? Setting,
    DateTimeOffset? Until,
    string GivenBy,
    DateTimeOffset GivenAt,
    string? Reason);

/// <summary>A role.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Permissions">What it allows.</param>
/// <param name="NeedsTicket">Whether changes that it alone allows must name a ticket.</param>
public sealed record RoleInfo(string Name, IReadOnlyList<Permission> Permissions, bool NeedsTicket);

/// <summary>The grants at places whose grants the person may manage, and all roles.</summary>
/// <param name="Grants">The grants, also those that have run out.</param>
/// <param name="Roles">The roles.</param>
public sealed record GrantList(IReadOnlyList<GrantInfo> Grants, IReadOnlyList<RoleInfo> Roles);

/// <summary>Give a grant.</summary>
/// <param name="Subject">To whom.</param>
/// <param name="Role">Which role. Whoever gives it holds all of its permissions there, for at least as long.</param>
/// <param name="Path">Where: "" for the whole server.</param>
/// <param name="Setting">For one setting only; null for all.</param>
/// <param name="Until">Until when (UTC); null for no end.</param>
/// <param name="Reason">Why, 1 to 500 characters.</param>
public sealed record AddGrantRequest(
    GrantSubject Subject, string Role, string Path, string? Setting, DateTimeOffset? Until, string Reason);

/// <summary>End a grant before its time.</summary>
/// <param name="Reason">Why, 1 to 500 characters.</param>
public sealed record EndGrantRequest(string Reason);

/// <summary>What the person who asks may do.</summary>
/// <param name="Permissions">Every permission with every place at which it is held.</param>
/// <param name="View">People with the same text see the same of the server.</param>
public sealed record MyAccess(IReadOnlyList<HeldRight> Permissions, string View);

/// <summary>A permission at a place.</summary>
/// <param name="Permission">The permission.</param>
/// <param name="Path">Where: "" for the whole server, else a node and what is below it.</param>
/// <param name="Setting">For this setting only; null for all.</param>
/// <param name="NeedsTicket">Whether a change must name a ticket.</param>
/// <param name="Until">Until when (UTC); null for no end.</param>
public sealed record HeldRight(Permission Permission, string Path, string? Setting, bool NeedsTicket, DateTimeOffset? Until);

/// <summary>"What can X do there?"</summary>
/// <param name="Issuer">Who vouches for X.</param>
/// <param name="Subject">X.</param>
/// <param name="Path">Where; "" for the server.</param>
/// <param name="Setting">With which setting; null for reading, or for any.</param>
public sealed record AccessQuestion(string Issuer, string Subject, string Path, string? Setting)
{
    /// <summary>Groups of X, as the issuer would tell them.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];
}

/// <summary>What X can do there, one answer for each permission.</summary>
/// <param name="Path">Where, as it is spelled.</param>
/// <param name="Answers">The answers.</param>
public sealed record AccessAnswers(string Path, IReadOnlyList<AccessAnswer> Answers);

/// <summary>Whether somebody may.</summary>
/// <param name="Permission">What.</param>
/// <param name="By">The grant that allows it; null where none does, so that it is forbidden.</param>
public sealed record AccessAnswer(Permission Permission, GrantInfo? By);
