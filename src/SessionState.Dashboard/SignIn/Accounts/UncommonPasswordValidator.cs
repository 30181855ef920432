using Microsoft.AspNetCore.Identity;

namespace SessionState.Dashboard.SignIn.Accounts;

internal sealed class UncommonPasswordValidator : IPasswordValidator<Account>
{
    private static readonly IdentityResult TooLong = Refuse(
        "PasswordTooLong", $"Passwords have at most {AccountRules.LongestPassword} characters.");

    private static readonly IdentityResult TooCommon = Refuse(
        "PasswordTooCommon", "This password is made of words, names or rows of keys that are tried first. Take several words that do not belong together.");

    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password) => Task.FromResult(password switch
    {
        { Length: > AccountRules.LongestPassword } => TooLong,
        not null when CommonPasswords.Contains(password, user.UserName ?? "", user.DisplayName) => TooCommon,
        _ => IdentityResult.Success,
    });

    private static IdentityResult Refuse(string code, string description) => IdentityResult.Failed(new IdentityError { Code = code, Description = description });
}
