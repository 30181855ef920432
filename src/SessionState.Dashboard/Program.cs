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
builder.Services.AddSignIn(folder);
builder.Services.AddConfigurationService(prepared);
builder.Services.AddRazorComponents().AddInteractiveServerComponents();
builder.Services.AddMudServices();
builder.Services.AddSessionStateUi();
builder.Services.AddHostedService<Announcement>();

var app = builder.Build();
app.UseErrorPages();
app.UseOriginGuard();
app.UseRouting();
app.UseRateLimiter();
app.UseAuthentication();
app.UseAuthorization();
app.UseAntiforgery();
app.MapHealth();
app.MapDashboardAssets();
app.MapSignIn();
app.MapScreens();
return await app.RunDashboardAsync(prepared.Options);
