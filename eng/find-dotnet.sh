# shellcheck shell=sh
# Sourced by ./gravistore and .ci/run. find_dotnet prints the path of a dotnet that has the SDK this project needs.

SDK_BAND=10.0

# The real folder of a dotnet that may be a chain of links (/usr/bin/dotnet usually is one).
dotnet_home() {
    link=$1
    while [ -h "$link" ]; do
        target=$(readlink "$link") || return 1
        case $target in
            /*) link=$target ;;
            *) link=$(dirname "$link")/$target ;;
        esac
    done
    dirname "$link"
}

has_sdk() {
    [ -x "$1" ] || return 1
    for sdk in "$(dotnet_home "$1")/sdk/$SDK_BAND."*; do
        [ -d "$sdk" ] && return 0
    done
    # Wrapped installations keep their SDKs elsewhere: ask, which is slower.
    "$1" --list-sdks 2>/dev/null | grep -q "^$SDK_BAND\\."
}

find_dotnet() {
    for candidate in "${DOTNET_ROOT:-}/dotnet" "$(command -v dotnet 2>/dev/null)" \
        /usr/share/dotnet/dotnet /usr/lib/dotnet/dotnet /usr/local/share/dotnet/dotnet "${HOME:-}/.dotnet/dotnet"; do
        if has_sdk "$candidate"; then
            printf '%s\n' "$candidate"
            return 0
        fi
    done
    return 1
}

explain_missing_sdk() {
    cat >&2 <<TEXT
gravistore: no .NET $SDK_BAND SDK found (looked in DOTNET_ROOT, PATH, /usr/share/dotnet, /usr/lib/dotnet, /usr/local/share/dotnet, ~/.dotnet).
Install it by one of:
  Debian, Ubuntu   apt-get install dotnet-sdk-$SDK_BAND   (from packages.microsoft.com where the distribution lacks it)
  any Linux        https://dot.net/v1/dotnet-install.sh --channel $SDK_BAND   (installs into ~/.dotnet)
  others           https://dotnet.microsoft.com/download/dotnet/$SDK_BAND
A runtime alone is not enough: the first start builds the program.
TEXT
}
