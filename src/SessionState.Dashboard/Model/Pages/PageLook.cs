using SessionState.Contracts;

namespace SessionState.Dashboard.Model.Pages;

/// <summary>A look through the pages of one node: made when somebody asks, and shared by all that show it.</summary>
public sealed class PageLook(IConfigurationService service, string path)
{
    private int _turn;

    /// <summary>Raised where there is something else to show.</summary>
    public event Action? Changed;

    /// <summary>What was found; null before a look.</summary>
    public NodePages? Result { get; private set; }

    /// <summary>Why the last look failed; null where it did not.</summary>
    public Problem? Problem { get; private set; }

    public bool IsBusy { get; private set; }

    /// <summary>Forgets what was found, because the configuration is another now. A look that is under way is not waited for.</summary>
    public void Forget()
    {
        _turn++;
        (Result, Problem, IsBusy) = (null, null, false);
        Changed?.Invoke();
    }

    public async Task LookAsync(CancellationToken cancel)
    {
        if (IsBusy)
        {
            return;
        }

        var turn = ++_turn;
        IsBusy = true;
        Changed?.Invoke();
        try
        {
            var answer = await service.GetPagesAsync(path, cancel);
            if (turn == _turn)
            {
                (Result, Problem) = (answer.Value, answer.Problem);
            }
        }
        finally
        {
            IsBusy = IsBusy && turn != _turn;
            Changed?.Invoke();
        }
    }
}
