#!/usr/bin/env bash
# Makes the release archives: deploy/release.sh [RID...], by default for linux-x64 and win-x64.
#
# An archive holds service/ and dashboard/ (they need the ASP.NET Core 10 runtime), appcmd as a single file that needs nothing, the
# scripts of deploy/ for that system, the documentation, the licences and a bill of materials (CycloneDX).
# They lie in artifacts/release afterwards, with SHA256SUMS. RELEASE_FOLDER names another place.
set -euo pipefail
cd "$(dirname "$0")/.."

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
output=${RELEASE_FOLDER:-$PWD/artifacts/release}
version=$(sed -n 's|.*<Version>\(.*\)</Version>.*|\1|p' Directory.Build.props)
rids=("$@")
((${#rids[@]})) || rids=(linux-x64 win-x64)

publish() {
    local project=$1 rid=$2 folder=$3
    shift 3
    dotnet publish "src/$project" --verbosity quiet --configuration Release --runtime "$rid" --output "$folder" \
        -p:PublishDocumentationFiles=false -p:PublishReferencesDocumentationFiles=false "$@"
}

bill_of_materials() {
    local folder=$1
    dotnet tool restore > /dev/null
    for project in SessionState.Service SessionState.Dashboard SessionState.AppCmd; do
        dotnet tool run dotnet-CycloneDX "src/$project/$project.csproj" --output "$folder/sbom" --filename "$project.cdx.json" --output-format Json \
            --set-name "$project" --set-version "$version" --disable-package-restore > /dev/null
    done
    # One line a package: name, version, licence.
    awk -F'"' '
        /^    {/ { name = version = licence = "" }
        /^      "name":/ { name = $4 }
        /^      "version":/ { version = $4 }
        /^ +"(id|expression)":/ { licence = licence == "" ? $4 : licence " " $4 }
        /^    }/ && name != "" { print name "\t" version "\t" licence }
    ' "$folder"/sbom/*.cdx.json | sort --unique > "$folder/licences.txt"
}

mkdir -p "$output"
for rid in "${rids[@]}"; do
    name=session-state-dashboard-$version-$rid
    folder=$output/$name
    rm -rf "$folder"
    mkdir -p "$folder"
    publish SessionState.Service "$rid" "$folder/service" --self-contained false
    publish SessionState.Dashboard "$rid" "$folder/dashboard" --self-contained false
    # The Service that the Dashboard starts for the demo.
    [ -d "$folder/dashboard/service" ] || { echo "The Dashboard was published without the Service it starts for the demo." >&2; exit 1; }
    publish SessionState.AppCmd "$rid" "$folder/appcmd" --self-contained -p:PublishSingleFile=true -p:IncludeNativeLibrariesForSelfExtract=true \
        -p:EnableCompressionInSingleFile=true -p:InvariantGlobalization=true -p:DebugType=none
    bill_of_materials "$folder"
    case $rid in
        win-*) cp -R deploy/iis "$folder/deploy" ;;
        *) cp -R deploy/linux "$folder/deploy" ;;
    esac
    mkdir "$folder/docs"
    cp docs/*.md "$folder/docs"
    cp README.md CHANGELOG.md LICENSE "$folder"
    (
        cd "$output"
        case $rid in
            win-*) rm -f "$name.zip"; zip --quiet --recurse-paths "$name.zip" "$name" ;;
            *) tar --create --gzip --owner=root:0 --group=root:0 --file "$name.tar.gz" "$name" ;;
        esac
    )
done

cd "$output"
sha256sum ./*.tar.gz ./*.zip 2> /dev/null | sed 's|\./||' > SHA256SUMS || true
cat SHA256SUMS
