using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace EndToEnd.Tests.Harness;

/// <summary>MIT Kerberos as Debian has it, with a realm of its own in a temporary folder: no root, no ports of the system.</summary>
internal sealed class KerberosRealm : IAsyncDisposable
{
    public const string Realm = "TEST.EXAMPLE";

    private static readonly TimeSpan AllowedSkew = TimeSpan.FromSeconds(2);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("krb-");
    private readonly Dictionary<string, string> _environment;
    private Process? _kdc;

    private KerberosRealm()
    {
        _environment = new()
        {
            ["KRB5_CONFIG"] = Path.Combine(_folder.FullName, "krb5.conf"),
            ["KRB5_KDC_PROFILE"] = Path.Combine(_folder.FullName, "kdc.conf"),
            ["KRB5CCNAME"] = $"FILE:{Path.Combine(_folder.FullName, "tickets")}",
            ["KRB5RCACHEDIR"] = _folder.FullName,
            ["KRB5_KTNAME"] = Keytab,
            ["PATH"] = $"{Environment.GetEnvironmentVariable("PATH")}:/usr/sbin",
        };
    }

    public string Keytab => Path.Combine(_folder.FullName, "keytab");

    /// <summary>For the Dashboard: the realm and its own keys.</summary>
    public IReadOnlyDictionary<string, string> Variables => _environment;

    public static async Task<KerberosRealm> StartAsync()
    {
        Assert.SkipUnless(File.Exists("/usr/sbin/krb5kdc") && File.Exists("/usr/bin/kinit") && File.Exists("/usr/bin/curl"),
            "MIT Kerberos or curl not found: apt-get install krb5-kdc krb5-admin-server krb5-user curl.");
        var realm = new KerberosRealm();
        var port = FreePort();
        File.WriteAllText(realm._environment["KRB5_CONFIG"], $$"""
            [libdefaults]
              default_realm = {{Realm}}
              dns_lookup_kdc = false
              dns_lookup_realm = false
              dns_canonicalize_hostname = false
              rdns = false
              clockskew = {{(int)AllowedSkew.TotalSeconds}}
            [realms]
              {{Realm}} = {
                kdc = 127.0.0.1:{{port}}
              }
            """);
        File.WriteAllText(realm._environment["KRB5_KDC_PROFILE"], $$"""
            [realms]
              {{Realm}} = {
                database_name = {{realm._folder.FullName}}/principal
                key_stash_file = {{realm._folder.FullName}}/stash
                acl_file = {{realm._folder.FullName}}/acl
                kdc_listen = 127.0.0.1:{{port}}
                kdc_tcp_listen = 127.0.0.1:{{port}}
              }
            """);
        await realm.RunAsync("kdb5_util", ["create", "-s", "-r", Realm, "-P", "master"]);
        await realm.RunAsync("kadmin.local", ["-q", "addprinc -pw alice alice"]);
        foreach (var host in new[] { "localhost", "elsewhere" })
        {
            await realm.RunAsync("kadmin.local", ["-q", $"addprinc -randkey HTTP/{host}"]);
        }

        await realm.RunAsync("kadmin.local", ["-q", $"ktadd -k {realm.Keytab} HTTP/localhost"]);
        realm._kdc = realm.Start("krb5kdc", ["-n"], null);
        return realm;
    }

    /// <summary>Gets a ticket; waits for the realm to answer.</summary>
    public async Task LogInAsync(string lifetime = "1h")
    {
        while (await TryAsync("kinit", ["-l", lifetime, "alice"], "alice\n") != 0)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            Assert.False(_kdc!.HasExited, "The KDC has ended.");
        }
    }

    /// <summary>Done when no ticket is good any more, not even for a clock that differs by what the realm allows.</summary>
    public async Task ExpiredAsync()
    {
        while (await TryAsync("klist", ["-s"], null) == 0)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        await Task.Delay(AllowedSkew + AllowedSkew, TestContext.Current.CancellationToken);
    }

    /// <summary>The status, and where it leads, of what curl gets; with Negotiate unless a header says otherwise.</summary>
    public async Task<string> CurlAsync(string address, string? authorization = null)
    {
        string[] how = authorization is null ? ["--negotiate", "-u", ":"] : ["-H", $"Authorization: {authorization}"];
        return (await RunAsync("curl", ["-sS", "-o", "/dev/null", "-w", "%{http_code} %header{location}", .. how, address])).Trim();
    }

    /// <summary>The header that curl would send to that host, kept from everybody else.</summary>
    public async Task<string> TokenForAsync(string host)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        var curl = RunAsync("curl", ["-sS", "-o", "/dev/null", "--negotiate", "-u", ":", "--resolve", $"{host}:{port}:127.0.0.1", $"http://{host}:{port}/"]);
        using var client = await listener.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
        using var reader = new StreamReader(client.GetStream());
        var token = "";
        while (await reader.ReadLineAsync(TestContext.Current.CancellationToken) is { Length: > 0 } line)
        {
            token = line.StartsWith("Authorization: ", StringComparison.OrdinalIgnoreCase) ? line["Authorization: ".Length..] : token;
        }

        await client.GetStream().WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray(), TestContext.Current.CancellationToken);
        await curl;
        Assert.StartsWith("Negotiate ", token, StringComparison.Ordinal);
        return token;
    }

    public async ValueTask DisposeAsync()
    {
        if (_kdc is not null)
        {
            using (_kdc)
            {
                _kdc.Kill();
                await _kdc.WaitForExitAsync();
            }
        }

        _folder.Delete(recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task<string> RunAsync(string program, string[] arguments)
    {
        using var process = Start(program, arguments, null);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, string.Create(CultureInfo.InvariantCulture, $"{program} ended with {process.ExitCode}: {errors}"));
        return output;
    }

    private async Task<int> TryAsync(string program, string[] arguments, string? input)
    {
        using var process = Start(program, arguments, input);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return process.ExitCode;
    }

    private Process Start(string program, string[] arguments, string? input)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = input is not null,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = _folder.FullName,
        };
        foreach (var (name, value) in _environment)
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        if (input is not null)
        {
            process.StandardInput.Write(input);
            process.StandardInput.Close();
        }

        return process;
    }
}
