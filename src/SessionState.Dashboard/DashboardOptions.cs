using System.Net;
using SessionState.Contracts;
using SessionState.Dashboard.SignIn;

namespace SessionState.Dashboard;

/// <summary>What an operator may set: in appsettings.json, as an environment variable or as <c>--Name value</c>.</summary>
/// <param name="Urls">Where the Dashboard listens; empty where Kestrel:Endpoints says so.</param>
/// <param name="DataDirectory">Absolute folder for keys, logs and, with the demo, the demo server's files and audit.</param>
/// <param name="ServiceAddress">Where the Service listens; null: the Dashboard starts one on the demo server as its child.</param>
/// <param name="ServiceUserId">The user that Service runs as, on Linux; null: the Dashboard's own.</param>
/// <param name="ServiceSid">The same on Windows, as a security identifier.</param>
/// <param name="Proxies">The reverse proxies whose word about the browser's address and https is taken.</param>
/// <param name="SignIn">How people sign in.</param>
internal sealed record DashboardOptions(
    IReadOnlyList<string> Urls,
    string DataDirectory,
    ServiceAddress? ServiceAddress,
    uint? ServiceUserId,
    string? ServiceSid,
    IReadOnlyList<IPNetwork> Proxies,
    SignInOptions SignIn);
