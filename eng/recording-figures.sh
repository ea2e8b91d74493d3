#!/usr/bin/env bash
# Records and replays long runs and prints the figures that docs/recorder.md states: whether the replay is equal, bytes a cycle, what recording costs a
# dry run and how fast a replay is. Processor time is that of all threads together; wall time depends on what else the machine does.
#
#   eng/recording-figures.sh [FOLDER]    FOLDER receives the recordings (a temporary one, removed at the end)
#
# REPEATS: how often each is run, by turns (3); the cost of recording is the median over the pairs. BEFORE: words before each timed command, such as
# "chrt -f 1", which keeps other programs off its cores. SCENARIOS: the long runs. SEEDS: how many runs with trips.
#
# Exit codes: 0 all replays equal; 1 one is not, or a run failed.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

readonly SEEDS=${SEEDS-20} REPEATS=${REPEATS-3} SCENARIOS=${SCENARIOS-full-cycle frequency-hour}
read -ra before <<<"${BEFORE-}"
readonly before
TIMEFORMAT='%R %U %S'
if [ $# -gt 0 ]; then work=$1; else
    work=$(mktemp -d)
    trap 'rm -rf "$work"' EXIT
fi

# timed EXPECTED COMMAND...: runs it; wall and processor seconds in $wall and $cpu.
timed() {
    local expected=$1 status=0 user system
    shift
    { time "${before[@]}" "$@" >"$work/out" 2>"$work/err" || status=$?; } 2>"$work/time"
    read -r wall user system <"$work/time"
    cpu=$(awk -v a="$user" -v b="$system" 'BEGIN { print a + b }')
    [[ " $expected " == *" $status "* ]] || {
        cat "$work/err" >&2
        echo "exit code $status of: $*" >&2
        exit 1
    }
}

# median FILE: the middle of a column of numbers.
median() { sort -n "$1" | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }

percent() { # percent A B: how much more B is than A
    awk -v a="$1" -v b="$2" 'BEGIN { print 100 * (b / a - 1) }'
}

long() { # long SCENARIO
    local file=$work/$1.gsrec cycles bytes i kind plain_cpu plain_wall
    for kind in plain recorded replay cost; do : >"$work/$kind.cpu"; : >"$work/$kind.wall"; done
    for ((i = 0; i < REPEATS; i++)); do
        timed 0 ./gravistore dryrun "$1" --quiet
        echo "$cpu" >>"$work/plain.cpu"; echo "$wall" >>"$work/plain.wall"; plain_cpu=$cpu plain_wall=$wall
        timed 0 ./gravistore dryrun "$1" --quiet --record "$file"
        echo "$cpu" >>"$work/recorded.cpu"; echo "$wall" >>"$work/recorded.wall"
        percent "$plain_cpu" "$cpu" >>"$work/cost.cpu"; percent "$plain_wall" "$wall" >>"$work/cost.wall"
        timed 0 ./gravistore replay "$file" --quiet --json "$work/replay.json"
        echo "$cpu" >>"$work/replay.cpu"; echo "$wall" >>"$work/replay.wall"
    done
    cycles=$(sed -n 's/^  "cycles": \([0-9]*\),/\1/p' "$work/replay.json")
    bytes=$(stat -c %s "$file")
    awk -v n="$1" -v c="$cycles" -v b="$bytes" -v p="$(median "$work/plain.cpu")" -v pw="$(median "$work/plain.wall")" -v r="$(median "$work/recorded.cpu")" -v rw="$(median "$work/recorded.wall")" -v x="$(median "$work/replay.cpu")" -v xw="$(median "$work/replay.wall")" -v k="$(median "$work/cost.cpu")" -v kw="$(median "$work/cost.wall")" -v m="$REPEATS" 'BEGIN {
        printf "%s: equal, %d cycles, %.1f bytes a cycle; medians of %d\n", n, c, b / c, m
        printf "  dry run    %6.2f s processor, %6.2f s wall\n", p, pw
        printf "  recorded   %6.2f s processor, %6.2f s wall: %+.1f %% and %+.1f %% of its pair\n", r, rw, k, kw
        printf "  replay     %6.2f s processor, %6.2f s wall: %.0f times real time by the wall, %.0f by processor time, %.1f times the dry run\n", x, xw, c / 100 / xw, c / 100 / x, p / x
    }'
}

# Trips of several causes: the emergency stop, a dip of the grid, a drive that is weaker than believed, brakes that open too slowly.
seeded() { # seeded SEED
    local seed=$1 scenario=tests/corpus/scenarios/reference-dip.json options
    case $((seed % 4)) in
        0) options=(--set sim.frontEnd.dipAtS=$((4 + seed)) --set sim.frontEnd.dipDurationS=1 --set sim.frontEnd.dipVoltagePercent=10) ;;
        1) options=(--set sim.drive.torqueGain=0.5) ;;
        2) options=(--set sim.brakes.openingTimeS=3) ;;
        *) scenario=tests/corpus/scenarios/leith-emergency-stop.json options=(--set scenario.steps[2].afterS=$((seed % 7 + 1))) ;;
    esac
    timed "0 1" ./gravistore dryrun "$scenario" --seed "$seed" "${options[@]}" --quiet --record "$work/seed-$seed.gsrec"
    made_s=$(awk -v a="$made_s" -v b="$wall" 'BEGIN { print a + b }')
    timed 0 ./gravistore incident "$work/seed-$seed.gsrec"
    cause=$(sed -n 's/^trips .* first-out at [0-9.]* s: [0-9]* \([a-z-]*\),.*/\1/p' "$work/out")
    [ -n "$cause" ] || {
        echo "seed $seed: no trip" >&2
        exit 1
    }
    causes+=("$cause")
}

./gravistore version >/dev/null
for scenario in $SCENARIOS; do long "$scenario"; done
causes=() made_s=0
for ((seed = 1; seed <= SEEDS; seed++)); do seeded $seed; done
[ "$SEEDS" -gt 0 ] || exit 0
: >"$work/replay.wall"
for ((i = 0; i < REPEATS; i++)); do
    timed 0 ./gravistore replay "$work"/seed-*.gsrec
    echo "$wall" >>"$work/replay.wall"
done
simulated_s=$(sed -n 's/^.* recordings: .*; \([0-9.]*\) s in .*/\1/p' "$work/out")
echo "$SEEDS seeded runs with trips: equal; first-out $(printf '%s\n' "${causes[@]}" | sort | uniq -c | awk '{ printf "%s%d %s", (NR > 1 ? ", " : ""), $1, $2 }')"
awk -v s="$simulated_s" -v m="$made_s" -v r="$(median "$work/replay.wall")" 'BEGIN {
    printf "  dry runs   %6.2f s wall, %.0f times real time\n  replays    %6.2f s wall in one command: %.0f times real time, %.1f times the dry runs\n", m, s / m, r, s / r, m / r
}'
