<#
.SYNOPSIS
Installs, upgrades or removes the Session State Dashboard on a Windows server with IIS: two sites, two application pools, two identities.

.DESCRIPTION
NOT RUN YET: there was no Windows machine where this script was written. Try it on a server you can lose, with -WhatIf first, and let
Test-Deployment.ps1 say whether everything is as it must be.

Run it as often as you like: what is there already is left alone or brought up to date, and settings, accounts, grants and audit stay.

.EXAMPLE
.\Install.ps1 -HostName sessions.example.org -CertificateThumbprint 0123… -ContentRoot C:\inetpub -WhatIf

.EXAMPLE
.\Install.ps1 -Uninstall
#>
#Requires -RunAsAdministrator
#Requires -Version 5.1
[CmdletBinding(SupportsShouldProcess = $true)]
param(
    # By this name people open the dashboard.
    [string] $HostName = $env:COMPUTERNAME,
    [int] $Port = 443,
    # A certificate in LocalMachine\My. Without one the dashboard listens at http://localhost:5080 only.
    [string] $CertificateThumbprint,
    # Folders below which web.config files may be changed.
    [string[]] $ContentRoot = @(),
    # Let people sign in with their Windows account, at /signin/windows.
    [switch] $WindowsSignIn,
    # Run the Service as a Windows service instead of an application pool: it survives a broken IIS.
    [switch] $AsWindowsService,
    # The unpacked release.
    [string] $From = (Split-Path -Parent $PSScriptRoot),
    [string] $InstallFolder = "$env:ProgramFiles\SessionState",
    [string] $DataFolder = "$env:ProgramData\SessionState",
    [switch] $Uninstall,
    # With -Uninstall: settings, accounts, grants and audit, too.
    [switch] $DeleteData
)

Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'

$DashboardPool = 'SessionStateDashboard'
$ServicePool = 'SessionStateService'
$WindowsService = 'SessionStateService'
$EventSource = 'Session State Dashboard'
$ServicePort = 5079
$ConfigFolder = "$env:windir\System32\inetsrv\config"

Import-Module WebAdministration

function Get-PoolSid([string] $pool) {
    # An application pool's SID is made from its name, so it is known before the pool has run.
    $account = New-Object System.Security.Principal.NTAccount("IIS APPPOOL\$pool")
    $account.Translate([System.Security.Principal.SecurityIdentifier]).Value
}

function Get-ServiceSid {
    if ($AsWindowsService) {
        $account = New-Object System.Security.Principal.NTAccount("NT SERVICE\$WindowsService")
        return $account.Translate([System.Security.Principal.SecurityIdentifier]).Value
    }
    Get-PoolSid $ServicePool
}

function Grant-Right([string] $path, [string] $sid, [string] $rights, [string] $inherit, [string] $propagate) {
    if (-not $PSCmdlet.ShouldProcess($path, "grant $rights to $sid")) { return }
    $acl = Get-Acl -LiteralPath $path
    $identity = New-Object System.Security.Principal.SecurityIdentifier($sid)
    $rule = New-Object System.Security.AccessControl.FileSystemAccessRule($identity, $rights, $inherit, $propagate, 'Allow')
    $acl.AddAccessRule($rule)
    Set-Acl -LiteralPath $path -AclObject $acl
}

function Set-PrivateFolder([string] $path, [string] $sid) {
    # Its owner everything, Administrators may read, nobody else anything, nothing inherited.
    if (-not $PSCmdlet.ShouldProcess($path, "make a folder that only $sid and Administrators can read")) { return }
    New-Item -ItemType Directory -Force -Path $path | Out-Null
    $acl = New-Object System.Security.AccessControl.DirectorySecurity
    $acl.SetAccessRuleProtection($true, $false)
    foreach ($entry in @(@($sid, 'FullControl'), @('S-1-5-32-544', 'ReadAndExecute'), @('S-1-5-18', 'FullControl'))) {
        $identity = New-Object System.Security.Principal.SecurityIdentifier($entry[0])
        $rule = New-Object System.Security.AccessControl.FileSystemAccessRule($identity, $entry[1], 'ContainerInherit, ObjectInherit', 'None', 'Allow')
        $acl.AddAccessRule($rule)
    }
    Set-Acl -LiteralPath $path -AclObject $acl
}

function Set-Pool([string] $name, [hashtable] $properties) {
    if (-not $PSCmdlet.ShouldProcess("application pool $name", 'create or bring up to date')) { return }
    if (-not (Test-Path "IIS:\AppPools\$name")) { New-WebAppPool -Name $name | Out-Null }
    foreach ($property in $properties.Keys) {
        Set-ItemProperty -Path "IIS:\AppPools\$name" -Name $property -Value $properties[$property]
    }
}

function Set-Site([string] $name, [string] $pool, [string] $folder, [string] $protocol, [string] $bindingInformation) {
    if (-not $PSCmdlet.ShouldProcess("site $name", "create or bring up to date, bound to $bindingInformation")) { return }
    if (-not (Test-Path "IIS:\Sites\$name")) {
        New-Item -Path "IIS:\Sites\$name" -Bindings @{ protocol = $protocol; bindingInformation = $bindingInformation } -PhysicalPath $folder | Out-Null
    }
    Set-ItemProperty -Path "IIS:\Sites\$name" -Name physicalPath -Value $folder
    Set-ItemProperty -Path "IIS:\Sites\$name" -Name applicationPool -Value $pool
    Set-ItemProperty -Path "IIS:\Sites\$name" -Name applicationDefaults.preloadEnabled -Value $true
}

function Stop-All {
    foreach ($pool in @($DashboardPool, $ServicePool)) {
        if ((Test-Path "IIS:\AppPools\$pool") -and (Get-WebAppPoolState -Name $pool).Value -ne 'Stopped') {
            if ($PSCmdlet.ShouldProcess("application pool $pool", 'stop')) {
                Stop-WebAppPool -Name $pool
                # A change that is under way is finished first.
                for ($i = 0; $i -lt 60 -and (Get-WebAppPoolState -Name $pool).Value -ne 'Stopped'; $i++) { Start-Sleep -Milliseconds 500 }
            }
        }
    }
    if (Get-Service -Name $WindowsService -ErrorAction SilentlyContinue) {
        if ($PSCmdlet.ShouldProcess("Windows service $WindowsService", 'stop')) { Stop-Service -Name $WindowsService }
    }
}

function Remove-All {
    Stop-All
    foreach ($name in @($DashboardPool, $ServicePool)) {
        if ((Test-Path "IIS:\Sites\$name") -and $PSCmdlet.ShouldProcess("site $name", 'remove')) { Remove-Website -Name $name }
        if ((Test-Path "IIS:\AppPools\$name") -and $PSCmdlet.ShouldProcess("application pool $name", 'remove')) { Remove-WebAppPool -Name $name }
    }
    if ((Get-Service -Name $WindowsService -ErrorAction SilentlyContinue) -and $PSCmdlet.ShouldProcess("Windows service $WindowsService", 'remove')) {
        & sc.exe delete $WindowsService | Out-Null
    }
    if ((Test-Path $InstallFolder) -and $PSCmdlet.ShouldProcess($InstallFolder, 'remove')) { Remove-Item -Recurse -Force $InstallFolder }
    if ($DeleteData -and (Test-Path $DataFolder) -and $PSCmdlet.ShouldProcess($DataFolder, 'remove settings, accounts, grants and audit')) {
        Remove-Item -Recurse -Force $DataFolder
    }
    if (-not $DeleteData) { Write-Output "Removed. Settings, accounts, grants and audit are left in $DataFolder." }
    Write-Output "The rights that were granted on $ConfigFolder and on content folders are left; 'icacls FOLDER /remove:g SID' takes them away."
}

function Copy-Programs {
    foreach ($part in @('service', 'dashboard', 'appcmd')) {
        if (-not (Test-Path "$From\$part")) { throw "$From has no folder $part. Name the unpacked release with -From." }
    }
    if (-not $PSCmdlet.ShouldProcess($InstallFolder, 'copy the programs')) { return }
    # The old programs stay whole until the new ones are.
    if (Test-Path "$InstallFolder.new") { Remove-Item -Recurse -Force "$InstallFolder.new" }
    New-Item -ItemType Directory -Path "$InstallFolder.new" | Out-Null
    foreach ($part in @('service', 'dashboard', 'appcmd')) { Copy-Item -Recurse "$From\$part" "$InstallFolder.new\$part" }
    Copy-Item "$PSScriptRoot\service.web.config" "$InstallFolder.new\service\web.config"
    Copy-Item "$PSScriptRoot\dashboard.web.config" "$InstallFolder.new\dashboard\web.config"
    if (Test-Path $InstallFolder) { Rename-Item $InstallFolder "$InstallFolder.old" }
    Rename-Item "$InstallFolder.new" $InstallFolder
    if (Test-Path "$InstallFolder.old") { Remove-Item -Recurse -Force "$InstallFolder.old" }
}

# Settings lie in the data folder and are copied beside the programs, where these look for them: an upgrade brings them along.
function Set-Settings([string] $name, [string] $target, [System.Collections.IDictionary] $settings, [string] $readerSid) {
    $file = "$DataFolder\settings\$name.json"
    if (-not $PSCmdlet.ShouldProcess($file, 'write where it is missing')) { return }
    New-Item -ItemType Directory -Force -Path "$DataFolder\settings" | Out-Null
    if (-not (Test-Path $file)) {
        # Without a byte order mark, whatever version of PowerShell this is.
        [System.IO.File]::WriteAllText($file, ($settings | ConvertTo-Json -Depth 5))
    }
    Copy-Item -Force $file $target
}

function Set-ServiceHost([string] $serviceSid) {
    if ($AsWindowsService) {
        if ((Get-Service -Name $WindowsService -ErrorAction SilentlyContinue) -eq $null -and $PSCmdlet.ShouldProcess("Windows service $WindowsService", 'create')) {
            New-Service -Name $WindowsService -DisplayName 'Session State Service' -StartupType Automatic `
                -BinaryPathName "`"$InstallFolder\service\SessionState.Service.exe`"" | Out-Null
            # A virtual account of its own, and a restart a minute after a crash.
            & sc.exe config $WindowsService obj= "NT SERVICE\$WindowsService" | Out-Null
            & sc.exe sidtype $WindowsService unrestricted | Out-Null
            & sc.exe failure $WindowsService reset= 86400 actions= restart/60000 | Out-Null
        }
        return
    }
    Set-Pool $ServicePool @{
        'managedRuntimeVersion'               = ''
        'startMode'                           = 'AlwaysRunning'
        'processModel.identityType'           = 'ApplicationPoolIdentity'
        'processModel.loadUserProfile'        = $true
        'processModel.idleTimeout'            = [TimeSpan]::Zero
        'recycling.periodicRestart.time'      = [TimeSpan]::Zero
        # Two writers during a recycle, and a recycle in the middle of our own change, are what these two keep away.
        'recycling.disallowOverlappingRotation'  = $true
        'recycling.disallowRotationOnConfigChange' = $true
    }
    Set-Site $ServicePool $ServicePool "$InstallFolder\service" 'http' "127.0.0.1:${ServicePort}:"
}

function Set-WindowsSignIn {
    if (-not $WindowsSignIn -or -not $PSCmdlet.ShouldProcess("$DashboardPool/signin/windows", 'ask for Windows credentials at this address only')) { return }
    $location = "$DashboardPool/signin/windows"
    Set-WebConfigurationProperty -PSPath 'MACHINE/WEBROOT/APPHOST' -Location $location -Filter 'system.webServer/security/authentication/windowsAuthentication' -Name enabled -Value $true
    Set-WebConfigurationProperty -PSPath 'MACHINE/WEBROOT/APPHOST' -Location $location -Filter 'system.webServer/security/authentication/windowsAuthentication/extendedProtection' -Name tokenChecking -Value 'Require'
    Set-WebConfigurationProperty -PSPath 'MACHINE/WEBROOT/APPHOST' -Location $location -Filter 'system.webServer/security/authentication/anonymousAuthentication' -Name enabled -Value $false
}

function Grant-ConfigurationRights([string] $serviceSid) {
    # The folder: read and list, and add a file in the folder itself, because a file is replaced and never written in place.
    Grant-Right $ConfigFolder $serviceSid 'ReadAndExecute' 'ContainerInherit, ObjectInherit' 'None'
    Grant-Right $ConfigFolder $serviceSid 'CreateFiles' 'None' 'None'
    Grant-Right "$ConfigFolder\applicationHost.config" $serviceSid 'Modify' 'None' 'None'
    foreach ($root in $ContentRoot) {
        if (-not (Test-Path $root)) { throw "-ContentRoot ${root}: there is no such folder." }
        Grant-Right $root $serviceSid 'ReadAndExecute, CreateFiles' 'ContainerInherit' 'None'
        Grant-Right $root $serviceSid 'Read' 'ObjectInherit' 'InheritOnly'
        # What the Service itself makes there it may replace.
        Grant-Right $root 'S-1-3-0' 'Modify' 'ObjectInherit' 'InheritOnly'
        foreach ($file in Get-ChildItem -Path $root -Filter web.config -Recurse -File -Force -ErrorAction SilentlyContinue) {
            Grant-Right $file.FullName $serviceSid 'Modify' 'None' 'None'
        }
    }
}

if ($Uninstall) {
    Remove-All
    return
}

if (-not (Test-Path "$env:ProgramFiles\IIS\Asp.Net Core Module\V2\aspnetcorev2.dll")) {
    throw 'The ASP.NET Core Module is not installed. Install the .NET 10 Hosting Bundle, then run this script again.'
}
if ($CertificateThumbprint -and -not (Test-Path "Cert:\LocalMachine\My\$CertificateThumbprint")) {
    throw "There is no certificate $CertificateThumbprint in LocalMachine\My."
}

Stop-All
Copy-Programs
Set-Pool $DashboardPool @{
    'managedRuntimeVersion'     = ''
    'startMode'                 = 'AlwaysRunning'
    'processModel.identityType' = 'ApplicationPoolIdentity'
    'processModel.idleTimeout'  = [TimeSpan]::Zero
    'recycling.disallowOverlappingRotation' = $true
}
Set-ServiceHost
if ($WhatIfPreference -and -not (Test-Path "IIS:\AppPools\$ServicePool") -and -not (Get-Service -Name $WindowsService -ErrorAction SilentlyContinue)) {
    Write-Output 'What would follow needs the identities that are not there yet: private folders, settings, rights on the configuration, the site of the dashboard.'
    return
}

$serviceSid = Get-ServiceSid
$dashboardSid = Get-PoolSid $DashboardPool
Set-PrivateFolder "$DataFolder\service" $serviceSid
Set-PrivateFolder "$DataFolder\dashboard" $dashboardSid
Set-Settings 'service' "$InstallFolder\service\appsettings.json" ([ordered]@{
    Service = [ordered]@{
        ApplicationHostConfig = "$ConfigFolder\applicationHost.config"
        DataDirectory         = "$DataFolder\service"
        Socket                = 'pipe:SessionState.v1'
        # Whoever calls with appcmd is admitted by being an administrator of this machine.
        AllowedSids           = @($dashboardSid, 'S-1-5-32-544')
    }
})
Set-Settings 'dashboard' "$InstallFolder\dashboard\appsettings.Production.json" ([ordered]@{
    AllowedHosts   = "$HostName;localhost"
    DataDirectory  = "$DataFolder\dashboard"
    ServiceAddress = 'pipe:SessionState.v1'
    ServiceSid     = $serviceSid
    SignIn         = [ordered]@{ Windows = [bool] $WindowsSignIn; PasskeyDomain = $HostName }
})
Grant-ConfigurationRights $serviceSid

if ($CertificateThumbprint) {
    Set-Site $DashboardPool $DashboardPool "$InstallFolder\dashboard" 'https' "*:${Port}:$HostName"
    if ($PSCmdlet.ShouldProcess("site $DashboardPool", "use certificate $CertificateThumbprint")) {
        $binding = Get-WebBinding -Name $DashboardPool -Protocol https
        $binding.AddSslCertificate($CertificateThumbprint, 'My')
    }
} else {
    Set-Site $DashboardPool $DashboardPool "$InstallFolder\dashboard" 'http' '127.0.0.1:5080:'
}
Set-WindowsSignIn
if (-not [System.Diagnostics.EventLog]::SourceExists($EventSource) -and $PSCmdlet.ShouldProcess("event log source $EventSource", 'create')) {
    New-EventLog -LogName Application -Source $EventSource
}

if ($PSCmdlet.ShouldProcess('service and dashboard', 'start')) {
    if ($AsWindowsService) { Start-Service -Name $WindowsService } else { Start-WebAppPool -Name $ServicePool; Start-Website -Name $ServicePool }
    Start-WebAppPool -Name $DashboardPool
    Start-Website -Name $DashboardPool
    Write-Output "Installed. The link for the first account stands in $DataFolder\dashboard\logs\stdout*.log."
    Write-Output "Now let the first person in (docs/access.md), and run Test-Deployment.ps1."
}
