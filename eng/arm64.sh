#!/usr/bin/env bash
# Shows that x64 and arm64 agree to the bit: builds the programs for linux-arm64, self-contained, and replays the behaviour corpus with them under
# qemu-aarch64. A replay is equal only when every output, event and state hash is.
# Where qemu-user and the libraries of arm64 are missing and cannot be installed, that is said and nothing is checked.
#
#   eng/arm64.sh [--published]     --published: take the programs that eng/package has built already
#
# Exit codes: 0 equal, or skipped with the reason; 1 different, or the build failed.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1

readonly PACKAGES=(qemu-user libc6-arm64-cross libstdc++6-arm64-cross) LIBRARIES=/usr/aarch64-linux-gnu REPLAY_LIMIT_S=120

say() { printf 'arm64: %s\n' "$*"; }

ready() { command -v qemu-aarch64 >/dev/null && [ -e "$LIBRARIES/lib/libstdc++.so.6" ]; }

install() {
    [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null || return 1
    say "installing ${PACKAGES[*]}"
    apt-get install -y -q "${PACKAGES[@]}" >/dev/null 2>&1 || { apt-get update -q && apt-get install -y -q "${PACKAGES[@]}"; } >/dev/null 2>&1
}

if [ "$(uname -m)" = aarch64 ]; then
    say "skipped: this machine is one; \"gravistore replay\" on the corpus says the same"
    exit 0
fi
if ! ready && ! { install && ready; }; then
    say "skipped: qemu-aarch64 and the arm64 libraries are not installed and cannot be installed here"
    exit 0
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
eng/package arm64 --publish-only --allow-stand-ins "$@"
case $? in
    0) ;;
    5)
        say "skipped: the registry does not serve the runtime for linux-arm64"
        exit 0
        ;;
    *) exit 1 ;;
esac
for recording in tests/corpus/behaviour/*.gsrec; do
    if ! timeout "$REPLAY_LIMIT_S" qemu-aarch64 -L "$LIBRARIES" artifacts/packages/arm64/gravistore replay "$recording" --quiet 2>"$work/log"; then
        cat "$work/log" >&2
        say "$(basename "$recording"): not equal"
        exit 1
    fi
    say "$(basename "$recording"): equal"
done
