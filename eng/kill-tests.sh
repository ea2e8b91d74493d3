#!/bin/sh
# Loses the controller at ten seeded moments each while lowering and while raising at full power, in four ways, and holds every stop against its
# bound by the simulator's own truth: 80 runs, of half a minute or more each, some at once. A run counts only when every hoist concerned moved.
#
#   eng/kill-tests.sh [MOMENTS] [SEED] [AT_ONCE]     10 moments, seed 1, 2 runs at once
set -u
cd "$(dirname "$0")/.." || exit 4
readonly LEAST_SPEED_MPS=0.2

# A run: a line with its figures on standard output, all that the rig said in a file.
one() { # one FOLDER FAULT SCENARIO AT
    log=$1/$2-$3-$4.log
    verdict=0
    ./gravistore rig "$3" --fault "$2" --fault-at "$4" --allow-no-realtime --slips 100/200 >"$log" 2>&1 || verdict=$?
    awk -v run="$2 $3 $4" -v verdict="$verdict" -v least="$LEAST_SPEED_MPS" -v kind="$2" '
        function number(before, text) { text = $0; sub(".*" before, "", text); return text + 0 }
        index($0, kind ", hoist ") == 1 {
            hoists++
            speed = number("hoist +[0-9]+ +"); if (speed < 0) speed = -speed
            if (slowest == "" || speed < slowest) slowest = speed
            stop = number(" after "); bound = number(" s \\(bound "); on = number("s\\), "); way = number(" m on \\(bound ")
            if (stop / bound > share) { share = stop / bound; longest = stop; its = bound }
            if (on > farthest) farthest = on
            if (on - way > beyond) beyond = on - way
        }
        /^restarted controller/ { error = number("depths within "); lost = number(", lost ") }
        /^simulator / { sim = number("latest by ") }
        END {
            if (!hoists) text = "no verdict"
            else if (verdict != 0) text = "FAILED"
            else if (slowest < least) text = "DID NOT MOVE"
            else text = "passed"
            printf "%-13s %-14s %6.2f  %7.3f m/s  %5.2f of %.2f s (%.3f)  %.3f m, %+.3f m  %4.1f mm  %4.1f mm  %3d ms  %s\n", substr(run, 1, index(run, " ") - 1), scenario, at, slowest, longest, its, share, farthest, beyond, error, lost, sim, text
        }' scenario="$3" at="$4" "$log"
}

if [ "${1:-}" = --one ]; then
    one "$2" "$3" "$4" "$5"
    exit 0
fi
moments=${1:-10}
seed=${2:-1}
at_once=${3:-2}
work=$(mktemp -d) || exit 4
trap 'rm -rf "$work"' EXIT
./gravistore version >/dev/null || exit 4
times=$(awk -v n="$moments" -v s="$seed" 'BEGIN { srand(s); for (i = 0; i < n; i++) printf "%.2f ", 1 + 20 * rand() }')
echo "fault         scenario           at  slowest hoist  longest stop of its bound  farthest, beyond one mass  depth's error, lost at restart  simulator late"
for fault in kill freeze cut restart-drive; do
    for scenario in step-discharge step-charge; do
        for at in $times; do
            echo "$fault $scenario $at"
        done
    done
done | xargs -P "$at_once" -L 1 "$0" --one "$work" | tee "$work/all"
grep -lE "FAILED|DID NOT MOVE|no verdict" "$work/all" >/dev/null && for log in "$work"/*.log; do grep -qE "^fault +stopped" "$log" || { echo "--- ${log##*/}"; cat "$log"; }; done
awk '/ passed$/ { passed++; next } { failed++ } END { printf "%d passed, %d failed\n", passed, failed; exit failed > 0 || passed == 0 }' "$work/all"
