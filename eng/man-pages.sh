#!/usr/bin/env bash
# Writes docs/man: the manual pages and the bash completion, from what the programs themselves say.
#
#   eng/man-pages.sh           write them anew
#   eng/man-pages.sh --check   say whether they are what the programs would write
#
# Exit codes: 0 written, or all true; 1 one is stale or a program failed.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# "help" alone builds only the console; a process verb has the other two built as well.
for project in src/Gravistore.Controller firmware-sim/Gravistore.Simulator; do
    [ -e "artifacts/bin/$(basename "$project")/release" ] || dotnet build "$project" --configuration Release --nologo --verbosity quiet
done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
./gravistore help --man >"$work/gravistore.1"
./gravistore help gravistored --man >"$work/gravistored.8"
./gravistore help gravistore-sim --man >"$work/gravistore-sim.1"
./gravistore help --completion >"$work/gravistore.bash"
if [ "${1:-}" = --check ]; then
    if diff -r docs/man "$work"; then exit 0; fi
    echo "man-pages: docs/man is stale; eng/man-pages.sh writes it anew" >&2
    exit 1
fi
mkdir -p docs/man
cp "$work"/* docs/man/
