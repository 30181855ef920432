<#
.SYNOPSIS
Says whether an installation made by Install.ps1 is as it must be: one line an assertion, with what was expected and what is. The exit code is
the number of failures.

.DESCRIPTION
NOT RUN YET: there was no Windows machine where this script was written. It is the proof of everything that could not be proved there: pipe rights, file
rights, replacing files with their rights kept, two identities, recycling, and that Microsoft's own reader agrees with ours.

It makes a site of its own, SessionStateTest, changes its settings through the product, and removes it again. No other site is touched.

.EXAMPLE
.\Test-Deployment.ps1 -Address https://sessions.example.org
#>
#Requires -RunAsAdministrator
#Requires -Version 5.1
[CmdletBinding()]
param(
    [string] $Address = 'http://localhost:5080',
    [string] $InstallFolder = "$env:ProgramFiles\SessionState",
    [string] $DataFolder = "$env:ProgramData\SessionState",
    [switch] $WindowsSignIn,
    [switch] $AsWindowsService
)

Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Continue'
Import-Module WebAdministration

$DashboardPool = 'SessionStateDashboard'
$ServicePool = 'SessionStateService'
$ConfigFolder = "$env:windir\System32\inetsrv\config"
$HostConfig = "$ConfigFolder\applicationHost.config"
$AppCmd = "$InstallFolder\appcmd\appcmd.exe"
$IisAppCmd = "$env:windir\System32\inetsrv\appcmd.exe"
$Site = 'SessionStateTest'
$SiteFolder = "$env:SystemDrive\SessionStateTest"
$script:Count = 0
$script:Failures = 0

# The actual value comes from a script block: one that fails is a failed assertion, not the end of the run.
function Assert-That([string] $name, $expected, [scriptblock] $actual) {
    $script:Count++
    try { $value = & $actual } catch { $value = "error: $($_.Exception.Message)" }
    $good = "$value" -ceq "$expected"
    if (-not $good) { $script:Failures++ }
    $word = if ($good) { 'ok  ' } else { 'FAIL' }
    Write-Output ("{0} {1:00} {2}: expected '{3}', is '{4}'" -f $word, $script:Count, $name, $expected, $value)
}

function Get-PoolProperty([string] $pool, [string] $property) {
    $value = Get-ItemProperty "IIS:\AppPools\$pool" -Name $property
    if ($value -is [Microsoft.IIs.PowerShell.Framework.ConfigurationAttribute]) { $value.Value } else { $value }
}

function Get-PoolSid([string] $pool) {
    (New-Object System.Security.Principal.NTAccount("IIS APPPOOL\$pool")).Translate([System.Security.Principal.SecurityIdentifier]).Value
}

function Get-Rights([string] $path, [string] $sid) {
    $rights = 0
    foreach ($rule in (Get-Acl -LiteralPath $path).GetAccessRules($true, $true, [System.Security.Principal.SecurityIdentifier])) {
        if ($rule.IdentityReference.Value -eq $sid -and $rule.AccessControlType -eq 'Allow') { $rights = $rights -bor [int] $rule.FileSystemRights }
    }
    [System.Security.AccessControl.FileSystemRights] $rights
}

function Test-Right([string] $path, [string] $sid, [string] $right) {
    $wanted = [int] [System.Security.AccessControl.FileSystemRights] $right
    ([int] (Get-Rights $path $sid) -band $wanted) -eq $wanted
}

function Invoke-AppCmd([string[]] $arguments) {
    $output = & $AppCmd @arguments 2>&1
    [pscustomobject] @{ ExitCode = $LASTEXITCODE; Text = ($output -join "`n") }
}

function Get-Page([string] $path, [hashtable] $headers = @{}) {
    try {
        Invoke-WebRequest -Uri "$Address$path" -Headers $headers -UseBasicParsing -MaximumRedirection 0 -ErrorAction SilentlyContinue
    } catch {
        if ($_.Exception.Response) { $_.Exception.Response } else { throw }
    }
}

function Get-OwnValue([string] $path) {
    $answer = Invoke-AppCmd @('explain', 'config', $path, '/section:asp', '/json')
    $line = ($answer.Text -split "`n" | Where-Object { $_ -match 'allowSessionState' } | Select-Object -First 1) | ConvertFrom-Json
    $line.value
}

function Get-MicrosoftValue([string] $location) {
    "$((Get-WebConfigurationProperty -PSPath 'MACHINE/WEBROOT/APPHOST' -Location $location -Filter 'system.webServer/asp/session' -Name allowSessionState).Value)".ToLowerInvariant()
}

$dashboardSid = Get-PoolSid $DashboardPool
$serviceSid = if ($AsWindowsService) {
    (New-Object System.Security.Principal.NTAccount("NT SERVICE\$ServicePool")).Translate([System.Security.Principal.SecurityIdentifier]).Value
} else { Get-PoolSid $ServicePool }

Write-Output '--- The machine'
Assert-That 'ASP.NET Core Module is installed' $true { Test-Path "$env:ProgramFiles\IIS\Asp.Net Core Module\V2\aspnetcorev2.dll" }
Assert-That 'ASP.NET Core runtime 10 is installed' $true { [bool] (& dotnet --list-runtimes | Select-String '^Microsoft\.AspNetCore\.App 10\.') }
Assert-That 'WebSocket protocol is installed' $true { Test-Path "$env:windir\System32\inetsrv\iiswsock.dll" }
Assert-That 'Event log source exists' $true { [System.Diagnostics.EventLog]::SourceExists('Session State Dashboard') }

Write-Output '--- Pools, sites, identities'
Assert-That 'Dashboard pool runs' 'Started' { (Get-WebAppPoolState -Name $DashboardPool).Value }
Assert-That 'Dashboard pool has an identity of its own' 'ApplicationPoolIdentity' { Get-PoolProperty $DashboardPool 'processModel.identityType' }
Assert-That 'Dashboard pool has no managed code' '' { Get-PoolProperty $DashboardPool 'managedRuntimeVersion' }
Assert-That 'Dashboard site runs' 'Started' { (Get-WebsiteState -Name $DashboardPool).Value }
if ($AsWindowsService) {
    Assert-That 'Windows service runs' 'Running' { (Get-Service -Name $ServicePool).Status }
    Assert-That 'Windows service has a virtual account' "NT SERVICE\$ServicePool" { (Get-CimInstance Win32_Service -Filter "Name='$ServicePool'").StartName }
} else {
    Assert-That 'Service pool runs' 'Started' { (Get-WebAppPoolState -Name $ServicePool).Value }
    Assert-That 'Service pool has an identity of its own' 'ApplicationPoolIdentity' { Get-PoolProperty $ServicePool 'processModel.identityType' }
    Assert-That 'Service pool is always running' 'AlwaysRunning' { Get-PoolProperty $ServicePool 'startMode' }
    Assert-That 'Service pool never idles' '00:00:00' { Get-PoolProperty $ServicePool 'processModel.idleTimeout' }
    Assert-That 'Service pool never overlaps' 'True' { Get-PoolProperty $ServicePool 'recycling.disallowOverlappingRotation' }
    Assert-That 'Service pool is not recycled by changes of the configuration' 'True' { Get-PoolProperty $ServicePool 'recycling.disallowRotationOnConfigChange' }
    Assert-That 'Service site is bound to this machine only' '127.0.0.1:5079:' { (Get-WebBinding -Name $ServicePool).bindingInformation }
    Assert-That 'Service site answers its health' 'ok' { (Invoke-WebRequest -Uri 'http://127.0.0.1:5079/healthz' -UseBasicParsing).Content }
    Assert-That 'Service site answers nothing else' 404 { try { (Invoke-WebRequest -Uri 'http://127.0.0.1:5079/api/v1/server' -UseBasicParsing).StatusCode } catch { [int] $_.Exception.Response.StatusCode } }
}

Write-Output '--- Files'
Assert-That 'Service may replace applicationHost.config' $true { Test-Right $HostConfig $serviceSid 'Modify' }
Assert-That 'Service may add a file beside it' $true { Test-Right $ConfigFolder $serviceSid 'CreateFiles' }
Assert-That 'Dashboard has no right on applicationHost.config' 0 { [int] (Get-Rights $HostConfig $dashboardSid) }
Assert-That 'Dashboard has no right on the audit' 0 { [int] (Get-Rights "$DataFolder\service" $dashboardSid) }
Assert-That 'Service has no right on the accounts' 0 { [int] (Get-Rights "$DataFolder\dashboard" $serviceSid) }
Assert-That 'Nothing is inherited by the audit folder' $true { (Get-Acl "$DataFolder\service").AreAccessRulesProtected }
Assert-That 'Users have no right on the audit' 0 { [int] (Get-Rights "$DataFolder\service" 'S-1-5-32-545') }
Assert-That 'Service has no right on the key containers of the machine' 0 { [int] (Get-Rights "$env:ProgramData\Microsoft\Crypto\RSA\MachineKeys" $serviceSid) }

Write-Output '--- The pipe'
Assert-That 'The pipe is there' $true { [bool] ([System.IO.Directory]::GetFiles('\\.\pipe\') -match 'SessionState\.v1$') }
Assert-That 'The Service is ready' 0 { (Invoke-AppCmd @('list', 'site')).ExitCode }
Assert-That 'It is not reachable over the network name' $true {
    $pipe = New-Object System.IO.Pipes.NamedPipeClientStream($env:COMPUTERNAME, 'SessionState.v1', 'InOut')
    try { $pipe.Connect(3000); -not $pipe.IsConnected } catch { $true } finally { $pipe.Dispose() }
}
Assert-That 'Nobody else can offer a pipe of that name' $true {
    try { (New-Object System.IO.Pipes.NamedPipeServerStream('SessionState.v1', 'InOut', 1)).Dispose(); $false } catch { $true }
}

Write-Output '--- The web'
Assert-That 'Health' 200 { [int] (Get-Page '/health/live').StatusCode }
Assert-That 'A page sends strangers to the sign-in' $true { (Get-Page '/').Headers['Location'] -match '/signin' }
Assert-That 'No Server header' '' { (Get-Page '/health/live').Headers['Server'] }
Assert-That 'No X-Powered-By header' '' { (Get-Page '/health/live').Headers['X-Powered-By'] }
Assert-That 'nosniff' 'nosniff' { (Get-Page '/signin').Headers['X-Content-Type-Options'] }
Assert-That 'No inline script' $true { "$((Get-Page '/signin').Headers['Content-Security-Policy'])" -notmatch "script-src[^;]*'unsafe-inline'" }
Assert-That 'A foreign Host is refused' 400 { [int] (Get-Page '/health/live' @{ Host = 'evil.example' }).StatusCode }
Assert-That 'A circuit from a foreign page is refused' 403 { [int] (Get-Page '/_blazor' @{ Origin = 'https://evil.example' }).StatusCode }
if ($Address -like 'https:*') {
    Assert-That 'HSTS' $true { "$((Get-Page '/signin').Headers['Strict-Transport-Security'])" -match 'max-age=\d{8}' }
}
if ($WindowsSignIn) {
    Assert-That 'Windows credentials are asked for at one address' 401 { [int] (Get-Page '/signin/windows').StatusCode }
    Assert-That 'and at no other' 200 { [int] (Get-Page '/signin').StatusCode }
    Assert-That 'with extended protection' 'Require' { (Get-WebConfigurationProperty -PSPath 'MACHINE/WEBROOT/APPHOST' -Location "$DashboardPool/signin/windows" -Filter 'system.webServer/security/authentication/windowsAuthentication/extendedProtection' -Name tokenChecking) }
}

Write-Output '--- A change, end to end'
New-Item -ItemType Directory -Force -Path $SiteFolder | Out-Null
if (-not (Test-Path "IIS:\Sites\$Site")) { New-Website -Name $Site -PhysicalPath $SiteFolder -Port 5999 -IPAddress 127.0.0.1 | Out-Null }
$before = [System.IO.File]::ReadAllBytes($HostConfig)
$sddl = (Get-Acl $HostConfig).Sddl
Assert-That 'The new site is listed within seconds' $true {
    for ($i = 0; $i -lt 20; $i++) { if ((Invoke-AppCmd @('list', 'site', $Site)).Text -match $Site) { return $true }; Start-Sleep -Milliseconds 500 }
    $false
}
Assert-That 'Both readers agree before' (Get-MicrosoftValue $Site) { Get-OwnValue $Site }
Assert-That 'The change is made' 0 { (Invoke-AppCmd @('set', 'config', $Site, '/section:asp', '/session.allowSessionState:False', '/commit:apphost', '/reason:Test-Deployment')).ExitCode }
Assert-That 'Microsoft reads it' 'false' { Get-MicrosoftValue $Site }
Assert-That 'We read it' 'false' { Get-OwnValue $Site }
Assert-That 'IIS''s own appcmd reads it' $true { (& $IisAppCmd list config $Site /section:asp) -join '' -match 'allowSessionState="false"' }
Assert-That 'The file kept its rights' $sddl { (Get-Acl $HostConfig).Sddl }
Assert-That 'No file was left beside it' 0 { @(Get-ChildItem $ConfigFolder -Filter '*.sessionstate*' -Force).Count }
Assert-That 'The change is taken back' 0 {
    (Invoke-AppCmd @('set', 'config', $Site, '/section:asp', '/session.allowSessionState:True', '/commit:apphost', '/reason:Test-Deployment')).ExitCode
}
Assert-That 'Microsoft reads that, too' 'true' { Get-MicrosoftValue $Site }
Assert-That 'A change by IIS''s own appcmd is noticed and recorded' $true {
    & $IisAppCmd set config $Site /section:asp /session.allowSessionState:False /commit:apphost | Out-Null
    for ($i = 0; $i -lt 20; $i++) { if ((Get-OwnValue $Site) -eq 'false') { return $true }; Start-Sleep -Milliseconds 500 }
    $false
}
Assert-That 'The audit verifies' 0 { (Invoke-AppCmd @('verify', 'audit')).ExitCode }
if (-not $AsWindowsService) {
    Assert-That 'A recycle of the Service''s pool is survived' 0 {
        Restart-WebAppPool -Name $ServicePool
        for ($i = 0; $i -lt 60; $i++) { if ((Invoke-AppCmd @('list', 'site')).ExitCode -eq 0) { return 0 }; Start-Sleep -Milliseconds 500 }
        1
    }
    Assert-That 'The dashboard finds it again' 200 { [int] (Get-Page '/health/live').StatusCode }
}

Remove-Website -Name $Site -ErrorAction SilentlyContinue
& $IisAppCmd clear config $Site /section:asp /commit:apphost 2>&1 | Out-Null
Remove-Item -Recurse -Force $SiteFolder -ErrorAction SilentlyContinue
Assert-That 'The configuration is well-formed afterwards' $true { ([xml] [System.IO.File]::ReadAllText($HostConfig)).configuration -ne $null }
Write-Output ("{0} assertions, {1} failed. applicationHost.config had {2} bytes before and has {3} now." -f $script:Count, $script:Failures, $before.Length, (Get-Item $HostConfig).Length)
exit $script:Failures
