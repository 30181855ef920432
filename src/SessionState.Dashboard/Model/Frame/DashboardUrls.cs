using System.Globalization;
using SessionState.Dashboard.Model.Compare;
using SessionState.Dashboard.Model.Records;
using SessionState.Dashboard.Model.Trees;

namespace SessionState.Dashboard.Model.Frame;

/// <summary>Every link, relative to the base address.</summary>
public static class DashboardUrls
{
    public const string Home = "";
    public const string Explore = "explore";
    public const string Audit = "audit";
    public const string Compare = "compare";
    public const string Help = "help";
    public const string Servers = "servers";
    public const string Overview = "overview";
    public const string Access = "access";

    public const string Approvals = "approvals";

    public const string MyAccount = "account";
    public const string Accounts = "accounts";

    /// <summary>Where somebody who was invited chooses a password.</summary>
    public const string Invitation = "signin/invitation";

    /// <summary>Where people sign in.</summary>
    public const string SignIn = "signin";

    /// <summary>Where the host signs a person out; a form posts there.</summary>
    public const string SignOut = "signout";

    public static string Approval(Guid id) => $"{Approvals}?request={id:D}";

    /// <summary>Where somebody who is signed in does so once more.</summary>
    public static string SignInAgain(string returnUrl) => $"{SignIn}?again=true&returnUrl={Uri.EscapeDataString(returnUrl)}";

    public static string Node(string path) => (ExploreState.Default with { Node = path }).ToUrl();

    /// <summary>A node beside one that is still to be chosen.</summary>
    public static string CompareWith(string path) => new CompareState(path, null, false).ToUrl();

    /// <summary>A section of the help.</summary>
    public static string HelpAt(string id) => $"{Help}#{id}";

    /// <summary>The tree as a filter leaves it.</summary>
    public static string Tree(NodeFilter filter) => (ExploreState.Default with { Filter = filter }).ToUrl();

    public static string Record(long sequence) => (AuditFilter.None with { Record = sequence }).ToUrl();

    /// <summary>One record to be printed.</summary>
    public static string Evidence(long sequence) => string.Create(CultureInfo.InvariantCulture, $"evidence/{sequence}");

    public static string History(string path) => (AuditFilter.None with { Path = path }).ToUrl();
}
