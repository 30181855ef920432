using MudBlazor.Services;
using SessionState.Dashboard;
using SessionState.Dashboard.Hosting;
using SessionState.Dashboard.PlainPages;
using SessionState.Dashboard.Security;
using SessionState.Dashboard.SignIn;

if (Preparation.Try(args, out var problems) is not { } prepared)
{
    return StartProblems.Report(problems);
}

using var folder = prepared.Folder;
var builder = prepared.Builder;
builder.UseDashboardServer(prepared.Options);
builder.Services.AddDashboardLogging(folder);
builder.Services.AddSecurityHeaders();
builder.Services.AddSignIn(folder, prepared.Options.SignIn);
builder.Services.AddConfigurationService(prepared);
builder.Services.AddMudServices();
builder.Services.AddSessionStateUi();
builder.Services.AddHostedService<Announcement>();

var app = builder.Build();
app.UseProxies(prepared.Options.Proxies);
app.UseErrorPages();
app.UseHostCookies();
app.UseOriginGuard();
app.UseRouting();
app.UseAuthentication();
app.UseRateLimiter();
app.UseSessionConnections();
app.UseAuthorization();
app.UseAntiforgery();
app.MapHealth();
app.MapDashboardAssets();
app.MapSignIn(prepared.Options.SignIn);
app.MapScreens();
return await app.RunDashboardAsync(prepared.Options);
