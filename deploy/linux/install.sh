#!/usr/bin/env bash
# Installs, upgrades or removes the Session State Dashboard on a Linux machine with systemd. Run it again as often as you like.
set -euo pipefail

usage() {
    cat << 'USAGE'
install.sh --config FILE [OPTION...]      install; FILE is the applicationHost.config as this machine sees it
install.sh [OPTION...]                    upgrade: settings, accounts, grants and audit stay
install.sh --uninstall [--delete-data]    remove programs and units; with --delete-data settings, accounts and audit, too

  --content DIR          a folder below which web.config files may be changed; repeatable
  --path-map FROM=TO     C:\inetpub=/srv/iis/inetpub: where a folder of the server lies here; repeatable
  --server-name NAME     what the server is called on screens and in the audit (default: this machine's name)
  --from DIR             the unpacked release (default: the one this script lies in)
  --no-start             install, but start nothing
  --root DIR             install below DIR, for packages: no user is made and nothing started; needs --ids
  --ids SERVICE,WEB      user ids for the files below --root
USAGE
}

fail() {
    echo "install.sh: $1" >&2
    exit "${2:-1}"
}

here=$(cd "$(dirname "$0")" && pwd)
from=$(dirname "$here")
root='' ids='' config='' server_name=$(hostname) start=yes uninstall=no delete_data=no
content=() path_map=()
while (($#)); do
    case $1 in
        --config | --content | --path-map | --server-name | --from | --root | --ids)
            (($# > 1)) || fail "$1 needs a value." 2
            case $1 in
                --config) config=$2 ;;
                --content) content+=("$2") ;;
                --path-map) path_map+=("$2") ;;
                --server-name) server_name=$2 ;;
                --from) from=$2 ;;
                --root) root=$2 ;;
                --ids) ids=$2 ;;
            esac
            shift 2
            ;;
        --no-start) start=no; shift ;;
        --uninstall) uninstall=yes; shift ;;
        --delete-data) delete_data=yes; shift ;;
        --help | -h) usage; exit ;;
        *) usage >&2; fail "there is no option $1." 2 ;;
    esac
done

programs=$root/opt/sessionstate
settings=$root/etc/sessionstate
units=$root/etc/systemd/system
drop_in=$units/sessionstate.service.d

uninstall() {
    if [ -z "$root" ]; then
        systemctl disable --now --quiet sessionstate-dashboard.service sessionstate.socket sessionstate.service 2> /dev/null || true
    fi
    rm -f "$units"/sessionstate.service "$units"/sessionstate.socket "$units"/sessionstate-dashboard.service "$root/usr/local/bin/appcmd" \
        "$root/usr/lib/tmpfiles.d/sessionstate.conf"
    rm -rf "$drop_in" "$programs"
    if [ $delete_data = yes ]; then
        rm -rf "$settings" "$root/var/lib/sessionstate" "$root/var/lib/sessionstate-dashboard"
        rm -f "$root/usr/lib/sysusers.d/sessionstate.conf"
        echo "Removed, with settings, accounts, grants and audit. The users sessionstate and sessionstate-web are left: 'userdel' removes them."
    else
        echo "Removed. Settings are left in /etc/sessionstate; accounts, grants and audit in /var/lib/sessionstate and /var/lib/sessionstate-dashboard."
    fi
    [ -n "$root" ] || systemctl daemon-reload
}

make_users() {
    install -D --mode 0644 "$here/sysusers.conf" "$root/usr/lib/sysusers.d/sessionstate.conf"
    install -D --mode 0644 "$here/tmpfiles.conf" "$root/usr/lib/tmpfiles.d/sessionstate.conf"
    if [ -n "$root" ]; then
        service_id=${ids%,*} web_id=${ids#*,}
    else
        systemd-sysusers "$root/usr/lib/sysusers.d/sessionstate.conf"
        service_id=$(id -u sessionstate) web_id=$(id -u sessionstate-web)
    fi
}

link() {
    ln -s "$(realpath --canonicalize-missing --relative-to="$(dirname "$2")" "$1")" "$2"
}

# The old programs stay whole until the new ones are.
put_programs() {
    for part in service dashboard appcmd; do
        [ -d "$from/$part" ] || fail "$from has no folder $part: name the unpacked release with --from." 2
    done
    rm -rf "$programs.new"
    mkdir -p "$programs.new"
    cp -R "$from/service" "$from/dashboard" "$from/appcmd" "$programs.new"
    chown -R "$(id -u):$(id -g)" "$programs.new"
    chmod -R u=rwX,go=rX "$programs.new"
    # Settings are not part of the programs: an upgrade leaves them alone.
    link "$settings/service.json" "$programs.new/service/appsettings.json"
    link "$settings/dashboard.json" "$programs.new/dashboard/appsettings.Production.json"
    rm -rf "$programs.old"
    [ ! -d "$programs" ] || mv "$programs" "$programs.old"
    mv "$programs.new" "$programs"
    rm -rf "$programs.old"
    mkdir -p "$root/usr/local/bin"
    ln -sf /opt/sessionstate/appcmd/appcmd "$root/usr/local/bin/appcmd"
}

configured_file() {
    sed -n 's/^ *"ApplicationHostConfig": "\(.*\)",\?$/\1/p' "$settings/service.json"
}

json() {
    local text=${1//\\/\\\\}
    printf '"%s"' "${text//\"/\\\"}"
}

json_list() {
    local separator=
    printf '['
    for item in "$@"; do
        printf '%s %s' "$separator" "$(json "$item")"
        separator=,
    done
    printf ' ]'
}

service_settings() {
    cat << SETTINGS
{
  "Service": {
    "ServerName": $(json "$server_name"),
    "ApplicationHostConfig": $(json "$config"),
    "PathMap": $(json_list "${path_map[@]}"),
    "Variables": { "SystemDrive": "C:" },
    "DataDirectory": "/var/lib/sessionstate",
    "Socket": "unix:/run/sessionstate/api.sock",
    "AllowedUids": [ "0", "$web_id" ]
  }
}
SETTINGS
}

dashboard_settings() {
    cat << SETTINGS
{
  "Urls": "http://localhost:5080",
  "AllowedHosts": "localhost",
  "DataDirectory": "/var/lib/sessionstate-dashboard",
  "ServiceAddress": "unix:/run/sessionstate/api.sock",
  "ServiceUserId": "$service_id"
}
SETTINGS
}

put_settings() {
    # Each side may pass through and read its own file, nothing else.
    install -d --mode 0755 "$settings"
    if [ ! -e "$settings/service.json" ]; then
        [ -n "$config" ] || fail "the first installation needs --config FILE, the applicationHost.config as this machine sees it." 2
        service_settings > "$settings/service.json"
    elif [ -n "$config" ]; then
        echo "/etc/sessionstate/service.json is there already and stays as it is; --config, --path-map and --server-name change nothing in it."
    fi
    [ -e "$settings/dashboard.json" ] || dashboard_settings > "$settings/dashboard.json"
    chown "0:$service_id" "$settings/service.json"
    chown "0:$web_id" "$settings/dashboard.json"
    chmod 0640 "$settings/service.json" "$settings/dashboard.json"
}

# systemd makes these folders on a machine of its own; below --root nobody else does.
put_data_folders() {
    install -d --mode 0700 --owner "$service_id" --group "$service_id" "$root/var/lib/sessionstate"
    install -d --mode 0700 --owner "$web_id" --group "$web_id" "$root/var/lib/sessionstate-dashboard"
}

put_units() {
    install -D --mode 0644 -t "$units" "$here"/sessionstate.service "$here"/sessionstate.socket "$here"/sessionstate-dashboard.service
    if [ ! -e "$drop_in/folders.conf" ] || ((${#content[@]})); then
        local folders=("$(dirname "$(configured_file)")" "${content[@]}")
        mkdir -p "$drop_in"
        {
            echo "[Service]"
            printf 'ReadWritePaths=-"%s"\n' "${folders[@]}"
        } > "$drop_in/folders.conf"
    fi
}

# The installer changes no right of your files; it says which are missing.
check_rights() {
    local file
    file=$(configured_file)
    runuser -u sessionstate -- test -r "$file" || echo "MISSING: the user sessionstate cannot read $file. Let it: setfacl -m u:sessionstate:rw '$file'"
    runuser -u sessionstate -- test -w "$(dirname "$file")" \
        || echo "MISSING: the user sessionstate cannot replace files in $(dirname "$file"). Let it: setfacl -m u:sessionstate:rwx '$(dirname "$file")'"
    ! runuser -u sessionstate-web -- test -w "$file" || echo "TOO MUCH: the user sessionstate-web can write $file, and it never needs to. Take that right away."
}

start_all() {
    systemd-tmpfiles --create "$root/usr/lib/tmpfiles.d/sessionstate.conf"
    systemctl daemon-reload
    check_rights
    if [ $start = yes ]; then
        # A Service that runs finishes the change it is at; the next call starts the new one.
        systemctl stop --quiet sessionstate.service
        systemctl enable --now --quiet sessionstate.socket
        systemctl enable --quiet sessionstate-dashboard.service
        systemctl restart sessionstate-dashboard.service
        echo "The dashboard listens where /etc/sessionstate/dashboard.json says (http://localhost:5080 at first)."
        echo "The link for the first account: journalctl --unit sessionstate-dashboard"
    fi
}

[ -n "$root" ] || [ "$(id -u)" = 0 ] || fail "run it as root." 2
[ -z "$root" ] || [[ $uninstall = yes || $ids =~ ^[0-9]+,[0-9]+$ ]] || fail "--root needs --ids SERVICE,WEB, two numbers of users." 2
[ -z "$root" ] || root=$(cd "$root" && pwd) || fail "there is no folder for --root." 2
if [ $uninstall = yes ]; then
    uninstall
    exit
fi
if [ -z "$root" ] && ! dotnet --list-runtimes 2> /dev/null | grep -q '^Microsoft.AspNetCore.App 10\.'; then
    fail "the ASP.NET Core runtime 10 is not installed for all users: 'dotnet --list-runtimes' does not list Microsoft.AspNetCore.App 10." 2
fi
[ -e "$settings/service.json" ] || [ -n "$config" ] || fail "the first installation needs --config FILE, the applicationHost.config as this machine sees it." 2
make_users
put_programs
put_settings
[ -z "$root" ] || put_data_folders
put_units
[ -n "$root" ] || start_all
echo "Installed in /opt/sessionstate."
