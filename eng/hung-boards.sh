#!/bin/sh
# What boards whose buses hang do to the controller's loop: pairs of runs over the lines and boards of a plant, one with all boards sound, one in which every
# board's thread hangs in its bus as soon as the loop runs. The 99 % of the loop's lateness and of its work must not move by more than 25 % (median of the
# pairs), and what the boards say must be stale. Needs socat, and the right to real time.
#
#   eng/hung-boards.sh [PAIRS] [SECONDS] [WIRING]     5 pairs of 20 s on leith-pi
set -u
cd "$(dirname "$0")/.." || exit 4
pairs=${1:-5}
seconds=${2:-20}
wiring=config/wiring/${3:-leith-pi}.json
plant=$(sed -n 's/.*"plant": "\([^"]*\)".*/\1/p' "$wiring")
gravistore=${GRAVISTORE_PROGRAM:-./gravistore}
command -v socat >/dev/null || {
    echo "hung-boards.sh: socat is missing" >&2
    exit 4
}
work=$(mktemp -d) || exit 4
sim=
controller=
end() {
    [ -z "$controller" ] || { kill "$controller" && wait "$controller"; } 2>/dev/null
    [ -z "$sim" ] || { kill "$sim" && wait "$sim"; } 2>/dev/null
    controller=
    sim=
}
trap 'end; rm -rf "$work"' EXIT
trap 'exit 4' INT TERM
# Ports of its own: another simulator may run.
sed 's/"port": 1/"port": 2/' "config/links/$plant-local.json" >"$work/$plant-local.json"
boards=$(grep -o '"name": "[^"]*", "kind": "\(mcp23017\|ads1115\|max31865\)"' "$wiring" | sed 's/"name": "\([^"]*\)".*/\1/')

# Waits for half a minute at most.
await() {
    waited=0
    until "$@" >/dev/null 2>&1; do
        sleep 0.5
        waited=$((waited + 1))
        [ "$waited" -lt 60 ] || {
            tail -n 4 "$work"/*.log >&2
            exit 4
        }
    done
}

# Turns the key.
parked() {
    for word in press release; do
        echo "key $word" | socat - "UNIX-CONNECT:$work/sim.sock"
        sleep 1
    done
    "$gravistore" status --socket "$work/gs.sock" | grep -q parked
}

# run KIND FILE: appends the 99 % of lateness and of work [us].
run() {
    rm -rf "$work/state" "$work/io.sock"
    "$gravistore" sim "$plant" --links "$work/$plant-local.json" --wiring "$wiring" --io-socket "$work/io.sock" --control "$work/sim.sock" >"$work/sim.log" 2>&1 &
    sim=$!
    await test -S "$work/sim.sock"
    "$gravistore" run "$plant" --links "$work/$plant-local.json" --wiring "$wiring" --io-socket "$work/io.sock" --socket "$work/gs.sock" --state "$work/state" >"$work/controller.log" 2>&1 &
    controller=$!
    await "$gravistore" status --socket "$work/gs.sock"
    # Parked, so that what grows stale is told.
    await parked
    [ "$1" = sound ] || printf '%s\n' "$boards" | sed "s/.*/board & $1/" | socat - "UNIX-CONNECT:$work/sim.sock" >"$work/answers.log"
    sleep "$seconds"
    "$gravistore" status --socket "$work/gs.sock" >"$work/status"
    "$gravistore" events --socket "$work/gs.sock" >"$work/events"
    end
    loop=$(sed -n 's/^loop *//p' "$work/status")
    stale=$(grep -c 'io-stale' "$work/events")
    printf '%s\n' "$loop" | sed -n 's/.*(half), \([0-9.]*\) us (99 %).*work \([0-9.]*\) us (99 %).*/\1 \2/p' >>"$2"
    printf '%-5s  %s; io-stale told %d times\n' "$1" "$loop" "$stale"
    [ "$1" = sound ] || [ "$stale" -gt 0 ] || unnoticed=1
}

unnoticed=0
i=0
while [ "$i" -lt "$pairs" ]; do
    run sound "$work/a"
    run hang "$work/b"
    i=$((i + 1))
done
paste -d' ' "$work/a" "$work/b" | awk '{ print $3 / $1, $4 / $2 }' >"$work/ratio"
median() { cut -d' ' -f"$1" "$work/ratio" | sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }
late=$(median 1)
work99=$(median 2)
printf 'hung over sound, median of %d pairs: lateness (99 %%) %.2f, work (99 %%) %.2f; allowed 1.25\n' "$pairs" "$late" "$work99"
[ "$unnoticed" -eq 0 ] && awk -v a="$late" -v b="$work99" 'BEGIN { exit !(a <= 1.25 && b <= 1.25) }'
