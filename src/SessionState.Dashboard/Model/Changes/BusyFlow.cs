using SessionState.Contracts;

namespace SessionState.Dashboard.Model.Changes;

/// <summary>Steps that ask the Service, one after the other; while one is under way nothing else is to be pressed.</summary>
public abstract class BusyFlow
{
    public bool IsBusy { get; private set; }

    /// <summary>Busy until the Service has answered.</summary>
    protected async Task<ServiceResult<T>> BusyAsync<T>(Task<ServiceResult<T>> call)
        where T : class
    {
        IsBusy = true;
        try
        {
            return await call;
        }
        finally
        {
            IsBusy = false;
        }
    }
}
