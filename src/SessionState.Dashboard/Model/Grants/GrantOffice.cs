using SessionState.Contracts;
using SessionState.Dashboard.Model.Frame;

namespace SessionState.Dashboard.Model.Grants;

/// <summary>The grants a person may manage, and what happens to them.</summary>
public sealed class GrantOffice(IConfigurationService service, BrowserClock clock)
{
    public GrantList? List { get; private set; }

    public Problem? Problem { get; private set; }

    public GrantForm Form { get; private set; } = new();

    /// <summary>Why the last grant was not given; null where it was, or the form says so by its fields.</summary>
    public Problem? Refusal { get; private set; }

    public AccessAnswers? Answers { get; private set; }

    public Problem? AnswerProblem { get; private set; }

    /// <summary>Goes on with what had been filled in before; null for nothing.</summary>
    public void Restore(GrantForm? form) => Form = form ?? Form;

    public async Task LoadAsync(CancellationToken cancel)
    {
        var answer = await service.GetGrantsAsync(cancel);
        (List, Problem) = (answer.Value ?? List, answer.Problem);
    }

    /// <summary>Gives what the form says; null where it was not given.</summary>
    public async Task<GrantInfo?> GiveAsync(ActingUser user, CancellationToken cancel)
    {
        Refusal = null;
        if (Form.ToRequest(clock) is not { } request)
        {
            return null;
        }

        if (!(await service.AddGrantAsync(user, request, cancel)).Succeeded(out var grant, out var problem))
        {
            Refusal = Form.Take(problem) ? null : problem;
            return null;
        }

        Form = new() { Issuer = request.Subject.Issuer };
        await LoadAsync(cancel);
        return grant;
    }

    /// <summary>Ends a grant; the problem where it stays.</summary>
    public async Task<Problem?> EndAsync(ActingUser user, GrantInfo grant, string reason, CancellationToken cancel)
    {
        var ended = await service.EndGrantAsync(user, grant.Id, new(reason.Trim()), cancel);
        if (ended.Problem is null)
        {
            await LoadAsync(cancel);
        }

        return ended.Problem;
    }

    /// <summary>"What can X do there?"</summary>
    public async Task AskAsync(AccessQuestion question, CancellationToken cancel)
    {
        var answer = await service.AskAccessAsync(question, cancel);
        (Answers, AnswerProblem) = (answer.Value, answer.Problem);
    }
}
