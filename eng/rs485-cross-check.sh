#!/usr/bin/env bash
# Holds the RS-485 side against programs of others: mbpoll (libmodbus) asks the simulated drives on their pseudo terminals, with functions 3 and 16,
# and finds what the drives have. Needs mbpoll (apt-get install mbpoll) and a build; says so and ends with 0 where mbpoll is not there.
# usage: eng/rs485-cross-check.sh [CONFIGURATION]
# Functions are called by name, through trap and check.
# shellcheck disable=SC2317
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 4
configuration=${1:-release}
sim=artifacts/bin/Gravistore.Simulator/$configuration/gravistore-sim
if ! command -v mbpoll >/dev/null; then
    echo "skipped: mbpoll is not installed (apt-get install mbpoll)"
    exit 0
fi
[ -x "$sim" ] || { echo "$sim is not built: dotnet build firmware-sim/Gravistore.Simulator -c Release"; exit 4; }

folder=$(mktemp -d)
failed=0
end() {
    kill "$pid" 2>/dev/null
    wait "$pid" 2>/dev/null
    rm -rf "$folder"
}

# Ports of its own: lines in the folder, TCP at ports that hardly anybody takes.
sed -e "s|/tmp/gravistore-leith-rtu-|$folder/|" -e 's/"port": 17/"port": 47/' config/links/leith-rtu-local.json >"$folder/leith-rtu-local.json"
GRAVISTORE_ROOT=$PWD "$sim" leith-rtu --links "$folder/leith-rtu-local.json" --ready-file "$folder/ready" --wire-timing >"$folder/log" 2>&1 &
pid=$!
trap end EXIT
for _ in $(seq 1 200); do
    [ -f "$folder/ready" ] && break
    sleep 0.1
done
[ -f "$folder/ready" ] || { cat "$folder/log"; exit 1; }

ask() { # ask BUS UNIT REFERENCE COUNT: mbpoll reads once, at the line's rate and format
    mbpoll -m rtu -b 115200 -P even -a "$2" -0 -1 -q -o 1 -t 4 -r "$3" -c "$4" "$folder/$1" 2>&1
}

tell() { # tell BUS UNIT REFERENCE VALUES...: mbpoll writes
    local bus=$1 unit=$2 reference=$3
    shift 3
    mbpoll -m rtu -b 115200 -P even -a "$unit" -0 -1 -q -o 1 -t 4 -r "$reference" "$folder/$bus" -- "$@" 2>&1
}

check() { # check NAME PATTERN COMMAND...
    local name=$1 pattern=$2 said
    shift 2
    said=$("$@")
    if grep -Eq -- "$pattern" <<<"$said"; then
        echo "good: $name"
    else
        printf 'BAD: %s: wanted %s in:\n%s\n' "$name" "$pattern" "$said"
        failed=1
    fi
}

# 46.03 torque scaling 200 % (counts of 0.1 %): wire address 100 * 46 + 3 - 1; 58.34 word order: 1 = low word first.
check "unit 1, function 3: 46.03 is 200.0 %" '\[4602\]:[[:space:]]+2000' ask bus-1 1 4602 1
check "unit 4 on the second line: 58.34 is 1" '\[5833\]:[[:space:]]+1$' ask bus-2 4 5833 1
check "ten registers from the status word on" '\[12\]:' ask bus-1 2 3 10
check "function 16: 0x047E with references of 0 is taken" 'Written 3 references' tell bus-1 2 0 1150 0 0
check "what was written is there" '\[0\]:[[:space:]]+1150' ask bus-1 2 0 1
check "a register that is not there is refused with exception 02" 'Illegal data address' ask bus-1 1 65000 1
check "a unit that is not there says nothing" 'timed out' ask bus-1 9 0 1
[ $failed -eq 0 ] && echo "the simulated lines and mbpoll agree"
exit $failed
