namespace SessionState.Service.Grants;

/// <summary>Which changes need a second person.</summary>
/// <param name="Required">False: none.</param>
/// <param name="Applications">Changes that touch more applications than this need one.</param>
/// <param name="Hours">How long a request waits for its decision, and an approval for its use.</param>
internal sealed record ApprovalRules(bool Required, int Applications, int Hours)
{
    public static ApprovalRules Standard { get; } = new(true, 50, 24);
}
