using SessionState.Contracts;

namespace SessionState.Service.Grants;

/// <summary>Who holds a grant: a person or a group, as an issuer names them. Names are compared exactly: whoever gives them out may tell Ann from ann.</summary>
/// <param name="Kind">Which of the two.</param>
/// <param name="Issuer">Who vouches for the name.</param>
/// <param name="Id">The person's subject, or the group's name.</param>
internal sealed record Subject(SubjectKind Kind, string Issuer, string Id)
{
    public bool Means(ActingUser person) => Issuer == person.Issuer && Kind switch
    {
        SubjectKind.Person => Id == person.Subject,
        _ => person.Groups?.Contains(Id, StringComparer.Ordinal) is true,
    };

    public override string ToString() => Kind == SubjectKind.Group ? $"the group {Id} of {Issuer}" : $"{Id} of {Issuer}";
}
