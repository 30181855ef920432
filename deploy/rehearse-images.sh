#!/usr/bin/env bash
# Takes the steps of the Dockerfile where there is no container engine: copies what it copies into a clean folder, runs its publish commands,
# and starts both processes from what comes out, with the users, variables, entry points and health checks the images have. Needs root.
set -euo pipefail
cd "$(dirname "$0")/.."

[ "$(id -u)" = 0 ] || { echo "rehearse-images.sh: run it as root, because it acts as two users." >&2; exit 2; }
work=$(mktemp -d)
chmod 0755 "$work"
children=()
finish() {
    ((${#children[@]} == 0)) || kill "${children[@]}" 2> /dev/null || true
    wait
    rm -rf "$work"
}
trap finish EXIT

# The lines of one stage, continued lines joined.
stage() {
    sed -e ':join' -e '/\\$/{N;s/\\\n//;b join' -e '}' Dockerfile | awk -v name="$1" '/^FROM / { inside = $NF == name } inside && !/^#/'
}

# A path in an image is a path below our folder, whose own names must not look like one of an image.
here() {
    local name=$1 text=$2
    text=${text//\/app\/service/$work/out-service}
    text=${text//\/app\/dashboard/$work/out-dashboard}
    text=${text//\/app/$work/out-$name}
    text=${text//\/run\/sessionstate/$work/socket}
    echo "${text//\/data/$work/store-$name}"
}

build() {
    mkdir "$work/source"
    while read -r _ arguments; do
        read -ra files <<< "$arguments"
        for file in "${files[@]:0:${#files[@]}-1}"; do
            git ls-files --cached --others --exclude-standard -z -- "$file" | xargs -0 cp --parents --target-directory="$work/source"
        done
    done < <(stage build | grep '^COPY ')
    local commands
    commands=$(here build "$(stage build | sed -n 's/^RUN //p')")
    (cd "$work/source" && bash -euc "$commands")
}

# The variables of a stage and of the base, one a line.
variables() {
    { stage base; stage "$1"; } | sed -n 's/^ENV //p' | tr ' ' '\n' | while read -r line; do here "$1" "$line"; done
}

user_of() {
    stage "$1" | sed -n 's/^USER \([0-9]*\):.*/\1/p'
}

# "a", "b" → the words, as the JSON form of ENTRYPOINT and CMD has them.
words() {
    stage "$1" | sed -n "s/^$2 \(\[.*\]\)$/\1/p" | json_words
}

json_words() {
    sed -e 's/^\[ *"//' -e 's/" *\]$//' -e 's/", *"/\n/g' -e 's/\\"/"/g' -e 's/\\\\/\\/g'
}

as_stage() {
    local name=$1 kind=$2 user command=() environment=()
    shift 2
    user=$(user_of "$name")
    mapfile -t environment < <(variables "$name")
    mapfile -t command < <(words "$name" "$kind")
    command=("${command[@]//\/app\//$work/out-$name/}")
    cd "$work/store-$name"
    exec setpriv --reuid="$user" --regid="$user" --clear-groups \
        env --ignore-environment PATH="$PATH" HOME=/nonexistent DOTNET_CLI_TELEMETRY_OPTOUT=1 "${environment[@]}" "$@" "${command[@]}"
}

healthy() {
    for _ in {1..120}; do
        if (as_stage "$1" 'HEALTHCHECK .* CMD' "${@:2}") > /dev/null 2>&1; then
            echo "healthy: $1"
            return
        fi
        sleep 0.5
    done
    echo "The $1 does not get healthy:" >&2
    cat "$work/$1.log" >&2
    exit 1
}

refused() {
    if setpriv --reuid="$1" --regid="$1" --clear-groups "${@:2}" > /dev/null 2>&1; then
        echo "User $1 must not be able to: ${*:2}" >&2
        exit 1
    fi
}

build
for name in service dashboard; do
    bash -euc "$(here "$name" "$(stage "$name" | sed -n 's/^RUN //p')")"
done

# What the two mounts of deploy/compose.yaml bring.
cp -R "$work/out-service/Demo" "$work/iis"
chown -R "$(user_of service):$(user_of service)" "$work/iis"
chmod -R u=rwX,go= "$work/iis"
mounts=(Service__ApplicationHostConfig="$work/iis/config/applicationHost.config" Service__PathMap__0="C:\\inetpub=$work/iis/inetpub")

(as_stage service ENTRYPOINT "${mounts[@]}") > "$work/service.log" 2>&1 &
children+=($!)
healthy service "${mounts[@]}"
(as_stage dashboard ENTRYPOINT ServiceAddress="unix:$work/socket/api.sock" ServiceUserId="$(user_of service)") > "$work/dashboard.log" 2>&1 &
children+=($!)
healthy dashboard
grep -q 'There is no account yet' "$work/dashboard.log" || { cat "$work/dashboard.log" >&2; exit 1; }

refused "$(user_of dashboard)" cat "$work/iis/config/applicationHost.config"
refused "$(user_of dashboard)" cat "$work/store-service/audit.db"
refused "$(user_of service)" cat "$work/store-dashboard/accounts.db"
echo "Both images' steps were taken, both processes ran as their users, and neither reached the other's files."
