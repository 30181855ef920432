#!/usr/bin/env bash
# backup.sh FILE: writes settings, accounts, grants, audit and the history of changed files to FILE (.tar.gz), readable by root only.
# The product is stopped for the seconds this takes, so that no database is caught in the middle of a write.
set -euo pipefail

fail() {
    echo "backup.sh: $1" >&2
    exit "${2:-1}"
}

(($# == 1)) || fail "name the file to write: backup.sh /var/backups/sessionstate.tar.gz" 2
[ "$(id -u)" = 0 ] || fail "run it as root." 2
[ ! -e "$1" ] || fail "$1 is there already." 2
target=$(realpath "$1")

start_again() {
    systemctl start sessionstate.socket sessionstate-dashboard.service
}

systemctl stop sessionstate-dashboard.service sessionstate.socket sessionstate.service
trap start_again EXIT
umask 0077
tar --create --gzip --file "$target.part" --directory / --exclude='var/lib/sessionstate/logs' --exclude='var/lib/sessionstate-dashboard/logs' \
    etc/sessionstate var/lib/sessionstate var/lib/sessionstate-dashboard
mv "$target.part" "$target"
echo "Written: $target. It holds the audit's signing key where that is a file in the data folder: keep it as you keep that key."
