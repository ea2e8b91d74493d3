#!/usr/bin/env bash
# Records the behaviour corpus anew: what the controller of this build does in a handful of short runs, to the bit. ".ci/run" replays it. A change
# that alters behaviour records it in a commit of its own, whose text names the first differing cycle: this script prints it for every recording.
#
#   eng/record-corpus.sh            records tests/corpus/behaviour anew
#   eng/record-corpus.sh --format   also adds a recording of this build's format to tests/corpus/format, once for each version of the format
#
# Exit codes: 0 recorded; 1 a run or its replay failed.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

readonly CORPUS=tests/corpus
readonly EXPECTED_TRIP='leith-emergency-stop reference-dip'
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

say() { printf 'corpus: %s\n' "$*"; }

record() { # record NAME SCENARIO [OPTIONS...]: one recording, replayed at once
    local name=$1 scenario=$2 status=0
    shift 2
    ./gravistore dryrun "$scenario" "$@" --record "$work/$name.gsrec" --quiet 2>"$work/log" || status=$?
    if [ $status -ne 0 ] && { [ $status -ne 1 ] || [[ " $EXPECTED_TRIP " != *" $name "* ]]; }; then
        cat "$work/log" >&2
        say "$name: exit code $status"
        exit 1
    fi
    ./gravistore replay "$work/$name.gsrec" --quiet
    tell "$name"
}

record_truth() { # record_truth NAME FILE SCENARIO [OPTIONS...]
    local name=$1 file=$2 status=0
    shift 2
    ./gravistore dryrun "$@" --truth --record "$file" --quiet 2>"$work/log" || status=$?
    if [ $status -ne 0 ] && { [ $status -ne 1 ] || [[ " $EXPECTED_TRIP " != *" $name "* ]]; }; then
        cat "$work/log" >&2
        say "$file: exit code $status"
        exit 1
    fi
}

version() { od -An -tu4 -j8 -N4 "$1" | tr -d ' '; }

# What this build makes of the recording that is there; one that it replays equal stays, unless the format is another.
tell() {
    local old=$CORPUS/behaviour/$1.gsrec
    if [ ! -e "$old" ]; then
        say "$1: new"
    elif ./gravistore replay "$old" --quiet >"$work/difference" 2>&1; then
        if [ "$(version "$old")" = "$(version "$work/$1.gsrec")" ]; then
            say "$1: behaves as before; kept"
            cp "$old" "$work/$1.gsrec"
        else
            say "$1: behaves as before; recorded anew in format $(version "$work/$1.gsrec")"
        fi
    else
        say "$1: $(tail -n 1 "$work/difference")"
    fi
}

record leith-one-after-another leith-one-after-another
record leith-emergency-stop $CORPUS/scenarios/leith-emergency-stop.json --seed 2
record reference-steps $CORPUS/scenarios/reference-steps.json --seed 3
record reference-dip $CORPUS/scenarios/reference-dip.json --seed 4 --set sim.frontEnd.dipAtS=9 --set sim.frontEnd.dipDurationS=1 --set sim.frontEnd.dipVoltagePercent=10
mkdir -p $CORPUS/behaviour
rm -f $CORPUS/behaviour/*.gsrec
cp "$work"/*.gsrec $CORPUS/behaviour/
if [ "${1:-}" = --format ]; then
    file=$CORPUS/format/version-$(version "$work/leith-emergency-stop.gsrec").gsrec
    mkdir -p $CORPUS/format
    # With what is true of the plant, so that every kind of block is in it.
    [ -e "$file" ] || record_truth leith-emergency-stop "$file" $CORPUS/scenarios/leith-emergency-stop.json --seed 2
fi
say "$(du -ch $CORPUS/behaviour/*.gsrec | tail -n 1 | cut -f 1) in $CORPUS/behaviour"
