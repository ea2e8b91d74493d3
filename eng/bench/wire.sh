#!/usr/bin/env bash
# Measures the wire on this machine: function 23 on one link against a libmodbus client and the same server, and what one failing drive does to the
# others. Needs gcc and libmodbus (apt-get install gcc libmodbus-dev). Prints figures and verdicts; exit code 1 when a bound is missed.
#
#   eng/bench/wire.sh [SECONDS_PER_RUN] [RUNS]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
readonly SECONDS_EACH=${1:-3} RUNS=${2:-5}
readonly LEAST_RATE_SHARE=0.35 GREATEST_P99_SHARE=3 GREATEST_SHIFT=1.25

work=$(mktemp -d)
sim=
finish() {
    if [ -n "$sim" ]; then kill "$sim" 2>/dev/null || true; fi
    wait || true
    rm -rf "$work"
}
trap finish EXIT

pkg-config --exists libmodbus || {
    echo "libmodbus is not installed: apt-get install gcc libmodbus-dev" >&2
    exit 4
}
# shellcheck disable=SC2046
gcc -O2 -o "$work/fc23" eng/bench/fc23.c $(pkg-config --cflags --libs libmodbus)
for project in firmware-sim/Gravistore.Simulator tests/Gravistore.Wire.Bench; do
    dotnet build "$project" --configuration Release --nologo --verbosity quiet >/dev/null
done
readonly SIMULATOR=artifacts/bin/Gravistore.Simulator/release/gravistore-sim BENCH=artifacts/bin/Gravistore.Wire.Bench/release/gravistore-wire-bench

serve() { # serve OPTIONS...: starts the simulator and waits until everything is served
    rm -f "$work/ready"
    "$SIMULATOR" pyhasalmi --ready-file "$work/ready" --control "$work/control" "$@" >"$work/sim.log" 2>&1 &
    sim=$!
    for _ in $(seq 100); do
        [ -e "$work/ready" ] && return 0
        sleep 0.1
    done
    cat "$work/sim.log" >&2
    exit 4
}

stop() {
    kill "$sim"
    wait "$sim" || true
    sim=
}

median() { # median FIELD FILE
    awk -v field="$1" '{ print $field }' "$2" | sort -g | awk '{ a[NR] = $1 } END { print a[int((NR + 1) / 2)] }'
}

echo "one link, function 23 (3 registers out, 10 in), $RUNS alternating runs of $SECONDS_EACH s: round trips per second, median us, 99th percentile us"
serve --direct
"$work/fc23" 127.0.0.1 15021 1 1 >/dev/null
"$BENCH" one 127.0.0.1 15021 1 2 >/dev/null
for _ in $(seq "$RUNS"); do
    "$work/fc23" 127.0.0.1 15021 1 "$SECONDS_EACH" | tee -a "$work/c" | sed 's/^/  libmodbus  /'
    "$BENCH" one 127.0.0.1 15021 1 "$SECONDS_EACH" | tee -a "$work/net" | sed 's/^/  gravistore /'
done
stop

echo "eight drives, a cycle of 10 ms: 99th percentile of drives 2 to 8 (us) while drive 1 is healthy or fails, medians of $RUNS rounds"
serve
"$BENCH" others "$work/control" "$SECONDS_EACH" "$RUNS" | tee "$work/others" | sed 's/^/  /'
stop

awk -v c="$(median 1 "$work/c")" -v n="$(median 1 "$work/net")" -v cp="$(median 3 "$work/c")" -v np="$(median 3 "$work/net")" \
    -v least="$LEAST_RATE_SHARE" -v most="$GREATEST_P99_SHARE" -v shift="$GREATEST_SHIFT" '
    function verdict(good) { if (!good) missed = 1; return good ? "good" : "MISSED" }
    $1 == "healthy" { healthy = $2 }
    $1 != "healthy" { share[$1] = $2 / healthy }
    END {
        printf "round trips per second: %.2f of libmodbus, at least %s: %s\n", n / c, least, verdict(n / c >= least)
        printf "99th percentile: %.2f of libmodbus, at most %s: %s\n", np / cp, most, verdict(np / cp <= most)
        for (fault in share) printf "others while drive 1 is %s: %.2f of healthy, at most %s: %s\n", fault, share[fault], shift, verdict(share[fault] <= shift)
        exit missed
    }' "$work/others"
