namespace SessionState.Contracts;

/// <summary>What kind of name a grant is for.</summary>
public enum SubjectKind
{
    /// <summary>One person: issuer and subject.</summary>
    Person,

    /// <summary>Everybody in a group: issuer and the group's name.</summary>
    Group,
}
