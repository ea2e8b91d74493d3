#!/bin/bash
# What clients that no controller should have can do to one that works. gravistored lowers or holds the weights of a simulated plant at a set power;
# meanwhile a million damaged frames come on its command socket, a connection each, and a client that floods, one that never reads and one that sends
# half a frame connect again and again. It must not end, grow, trip, or change its power; slips are held against those of as long a time without.
# Needs gcc. A million frames take two minutes on two processors.
#
#   eng/hostile-frames.sh [COUNT] [AT_ONCE] [QUIET_SECONDS]     1000000 frames, 4 at once, compared with 60 quiet seconds
# Functions are called through until_it_works and the trap.
# shellcheck disable=SC2317
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
readonly COUNT=${1:-1000000} AT_ONCE=${2:-4} QUIET_S=${3:-60} PLANT=pyhasalmi POWER=400kW POWER_W=400000
readonly FIRST=20000 MOST_GROWTH_KB=10000
# The links' requests fill a young generation of 64 MB before the collector comes; frames before the first look at memory fill it once.

work=$(mktemp -d)
sim=
controller=
finish() {
    if [ -n "$controller" ]; then kill "$controller" 2>/dev/null || true; fi
    wait "$controller" 2>/dev/null || true
    if [ -n "$sim" ]; then kill "$sim" 2>/dev/null || true; fi
    wait || true
    rm -rf "$work"
}
trap finish EXIT

gcc -O2 -D_GNU_SOURCE -o "$work/hostile" eng/bench/hostile.c
./gravistore version >/dev/null
for project in src/Gravistore.Controller firmware-sim/Gravistore.Simulator; do
    dotnet build "$project" --configuration Release --nologo --verbosity quiet >/dev/null
done
export GRAVISTORE_SOCKET=$work/gs.sock DOTNET_GCgen0size=4000000
key() { printf 'key %s\n' "$1" | timeout 2 socat - "UNIX-CONNECT:$work/sim.sock" >/dev/null || true; }
until_it_works() { for _ in $(seq 150); do if "$@" >/dev/null 2>&1; then return 0; fi; sleep 0.4; done; echo "hostile-frames.sh: '$*' does not work; $(tail -1 "$work/controller.log")" >&2; exit 1; }
figure() { ./gravistore status --json | awk -v name="\"$1\"" -F: '$1 ~ name { gsub(/[", ]/, "", $2); print $2; exit }'; }
kb() { awk '/^VmRSS/ { print $2 }' "/proc/$controller/status"; }
count() { find "/proc/$controller/$1" -mindepth 1 -maxdepth 1 | wc -l; }
look() { echo "$1: mode $(figure mode), set point $(figure setPointW) W, slips $(figure slips), $(kb) kB, $(count task) threads, $(count fd) descriptors"; }

artifacts/bin/Gravistore.Simulator/release/gravistore-sim "$PLANT" --soc 95 --real-time --truth "$work/truth.csv" --control "$work/sim.sock" --ready-file "$work/ready" >"$work/sim.log" 2>&1 &
sim=$!
until_it_works test -e "$work/ready"
artifacts/bin/Gravistore.Controller/release/gravistored "config/plants/$PLANT.json" --links "config/links/$PLANT-local.json" --state "$work/state" --allow-no-realtime --slips 6000/6000 >"$work/controller.log" 2>&1 &
controller=$!
until_it_works ./gravistore status
arm() { key press; sleep 0.5; key release; sleep 1; ./gravistore arm; }
until_it_works arm
until_it_works ./gravistore discharge "$POWER" --for 2h
sleep 10

"$work/hostile" frames "$GRAVISTORE_SOCKET" "$FIRST" "$AT_ONCE" 7 >/dev/null || true
slips=$(figure slips)
look "before       "
sleep "$QUIET_S"
quiet=$(($(figure slips) - slips))
look "quiet        "
kb0=$(kb)
slips=$(figure slips)
from=$(tail -1 "$work/truth.csv" | cut -d, -f1)
begin=$(date +%s)
for kind in flood mute half; do "$work/hostile" "$kind" "$GRAVISTORE_SOCKET" 100000 >"$work/$kind" & eval "$kind=$!"; done
verdict=0
"$work/hostile" frames "$GRAVISTORE_SOCKET" "$COUNT" "$AT_ONCE" 1 || verdict=1
# shellcheck disable=SC2154
kill "$flood" "$mute" "$half"
seconds=$(($(date +%s) - begin))
look "under attack "
hostile=$(($(figure slips) - slips))
kb1=$(kb)
echo "dropped, of those told of, for: $(sed -n "s/.*was dropped: //p" "$work/controller.log" | sed 's/[0-9][0-9]* bytes/N bytes/; s/ of this contract.*/ of this contract/; s/beyond.*/beyond/' | sort | uniq -c | sort -rn | awk '{ n = $1; $1 = ""; printf "%s%s (%d)", (NR > 1 ? ";" : ""), $0, n }')"
mode=$(figure mode)
setpoint=$(figure setPointW)
trips=$(./gravistore events | grep -c ' trip ' || true)
# The grid power after the first minute: hand-overs from weight to weight dip, a command would show for seconds.
power=$(awk -F, -v from="$from" 'NR > 1 && $1 > from { n++; s += $2 } END { printf "%.0f", s / n }' "$work/truth.csv")
echo "slips: $quiet in $QUIET_S s without, $hostile in $seconds s with; memory: $((kb1 - kb0)) kB more; mean power $power W; trips since the start: $trips"
kill -0 "$controller" || verdict=1
[ "$mode" = running ] && [ "${setpoint%.*}" = "$POWER_W" ] || verdict=1
[ $((kb1 - kb0)) -le "$MOST_GROWTH_KB" ] || verdict=1
awk -v p="$power" -v asked="$POWER_W" 'BEGIN { exit !(p > 0.98 * asked && p < 1.02 * asked) }' || verdict=1
awk -v with="$hostile" -v without="$quiet" -v s="$seconds" -v q="$QUIET_S" 'BEGIN { exit !(with <= without * s / q) }' || verdict=1
[ "$verdict" = 0 ] && echo "passed" || echo "FAILED"
exit "$verdict"
