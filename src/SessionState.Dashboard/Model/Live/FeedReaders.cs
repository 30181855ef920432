using SessionState.Contracts;

namespace SessionState.Dashboard.Model.Live;

/// <summary>
/// The people for whom one feed reads: all of them may see the same. It reads in the name of one; who may see something else by now is
/// let go, and finds another feed.
/// </summary>
/// <param name="service">The Service.</param>
/// <param name="view">What they all may see, see <see cref="MyAccess.View"/>.</param>
public sealed class FeedReaders(IConfigurationService service, string view)
{
    private readonly Lock _gate = new();
    private readonly List<ActingUser> _people = [];

    /// <summary>Raised when somebody was let go.</summary>
    public event Action<ActingUser>? LetGo;

    public string View => view;

    /// <summary>Once for every window of a person.</summary>
    public void Add(ActingUser person)
    {
        lock (_gate)
        {
            _people.Add(person);
        }
    }

    /// <summary>True where nobody is left.</summary>
    public bool Remove(ActingUser person)
    {
        lock (_gate)
        {
            _people.Remove(person);
            return _people.Count == 0;
        }
    }

    /// <summary>The Service in the name of the first person who still sees what this feed shows; null for nobody, or where it does not answer.</summary>
    public async Task<IConfigurationService?> NextAsync(CancellationToken cancel)
    {
        while (First() is { } person)
        {
            var named = service.ActingFor(person);
            var access = await named.GetMyAccessAsync(cancel);
            if (access.Value?.View == view)
            {
                return named;
            }

            // Where nothing answers it is read all the same, so that the reason is known.
            if (access.Value is null && access.Problem?.Code != ProblemCodes.Forbidden)
            {
                return named;
            }

            Drop(person);
        }

        return null;
    }

    /// <summary>Whether the one in whose name is read still sees what this feed shows.</summary>
    public async Task<bool> SeesTheSameAsync(IConfigurationService named, CancellationToken cancel) =>
        (await named.GetMyAccessAsync(cancel)).Value?.View == view;

    private ActingUser? First()
    {
        lock (_gate)
        {
            return _people.Count == 0 ? null : _people[0];
        }
    }

    private void Drop(ActingUser person)
    {
        lock (_gate)
        {
            _people.RemoveAll(other => other == person);
        }

        LetGo?.Invoke(person);
    }
}
