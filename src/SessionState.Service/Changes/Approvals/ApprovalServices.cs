using SessionState.Service.Security;

namespace SessionState.Service.Changes.Approvals;

internal static class ApprovalServices
{
    public static void AddApprovals(this IServiceCollection services)
    {
        services.AddSingleton<FreshSignIn>().AddSingleton<ApprovalNeeds>().AddSingleton<ApprovalGate>().AddSingleton<ApprovalTurn>();
        services.AddSingleton<ApprovalReader>().AddSingleton<ApprovalDesk>().AddSingleton<ApprovalDecisions>().AddSingleton<ApprovalKeeper>();
    }
}
