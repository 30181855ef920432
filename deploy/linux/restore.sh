#!/usr/bin/env bash
# restore.sh FILE: puts back what backup.sh wrote. What is there now is kept beside it, with the time in its name.
set -euo pipefail

fail() {
    echo "restore.sh: $1" >&2
    exit "${2:-1}"
}

(($# == 1)) || fail "name the file that backup.sh wrote." 2
[ "$(id -u)" = 0 ] || fail "run it as root." 2
tar --list --gzip --file "$1" var/lib/sessionstate > /dev/null 2>&1 || fail "$1 is no backup of this product: it has no var/lib/sessionstate." 2
source=$(realpath "$1")
stamp=$(date +%Y%m%dT%H%M%S)

systemctl stop sessionstate-dashboard.service sessionstate.socket sessionstate.service
for folder in etc/sessionstate var/lib/sessionstate var/lib/sessionstate-dashboard; do
    [ ! -e "/$folder" ] || mv "/$folder" "/$folder.before-$stamp"
done
tar --extract --gzip --same-owner --same-permissions --file "$source" --directory /
systemctl start sessionstate.socket sessionstate-dashboard.service

# The files may have moved on since the backup; the Service notices at its start and records the difference as edits made while it was down.
echo "Put back. What was there: /etc/sessionstate.before-$stamp, /var/lib/sessionstate.before-$stamp, /var/lib/sessionstate-dashboard.before-$stamp."
echo "Check the audit with: appcmd verify audit"
