#!/usr/bin/env bash
# Writes docs/man: the manual pages and the bash completion, from what the programs themselves say.
#
#   eng/man-pages.sh [PROGRAM]            write them anew
#   eng/man-pages.sh --check [PROGRAM]    say whether they are what the programs would write
#
# PROGRAM is the gravistore of a package, with the other two beside it; without it the three are built.
# Exit codes: 0 written, or all true; 1 one is stale or a program failed.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

check=false
if [ "${1:-}" = --check ]; then
    check=true
    shift
fi
program=${1:-./gravistore}
if [ $# -eq 0 ]; then
    for project in src/Gravistore.Console src/Gravistore.Controller firmware-sim/Gravistore.Simulator; do
        dotnet build "$project" --configuration Release --nologo --verbosity quiet
    done
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$program" help --man >"$work/gravistore.1"
"$program" help gravistored --man >"$work/gravistored.8"
"$program" help gravistore-sim --man >"$work/gravistore-sim.1"
"$program" help --completion >"$work/gravistore.bash"
if [ $check = true ]; then
    if diff -r docs/man "$work"; then exit 0; fi
    echo "man-pages: docs/man is stale; eng/man-pages.sh writes it anew" >&2
    exit 1
fi
mkdir -p docs/man
cp "$work"/* docs/man/
