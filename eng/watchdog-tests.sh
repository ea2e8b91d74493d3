#!/bin/sh
# Stops the controller's loop at seeded moments while the weights move at full power, the chain on lines: killed, frozen, and held up for longer than the
# watchdog's relay holds. The relay must drop within 0.5 s and every weight must come to rest within its bound, by the simulator's own truth.
# Ten moments of each take about half an hour; "eng/watchdog-tests.sh 1" does one of each.
#
#   eng/watchdog-tests.sh [MOMENTS] [SEED]
set -u
cd "$(dirname "$0")/.." || exit 4
moments=${1:-10}
seed=${2:-1}
passed=0
failed=0
times=$(awk -v n="$moments" -v s="$seed" 'BEGIN { srand(s); for (i = 0; i < n; i++) printf "%.2f ", 1 + 4 * rand() }')
for fault in kill freeze late; do
    for at in $times; do
        if output=$(./gravistore rig leith-full-power --wiring config/wiring/leith-pi.json --fault "$fault" --fault-at "$at" --allow-no-realtime --slips 100/200 2>&1); then
            passed=$((passed + 1))
        else
            failed=$((failed + 1))
            printf '%s\n' "$output"
        fi
        printf '%s, %s s after the plant began to run: %s\n' "$fault" "$at" "$(printf '%s\n' "$output" | awk '/^watchdog relay / || /^fault  / { $1 = $1; line = line sep $0; sep = "; " } END { print line ? line : "no verdict" }')"
    done
done
printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
