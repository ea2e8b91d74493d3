#!/bin/sh
# Loses the controller at ten seeded moments each while lowering and while raising at full power, in four ways, and holds every stop against its
# bound by the simulator's own truth. Takes about 40 minutes; "eng/kill-tests.sh 2" does two moments of each.
#
#   eng/kill-tests.sh [MOMENTS] [SEED]
set -u
cd "$(dirname "$0")/.." || exit 4
moments=${1:-10}
seed=${2:-1}
passed=0
failed=0
times=$(awk -v n="$moments" -v s="$seed" 'BEGIN { srand(s); for (i = 0; i < n; i++) printf "%.2f ", 1 + 20 * rand() }')
for fault in kill freeze cut restart-drive; do
    for scenario in step-discharge step-charge; do
        for at in $times; do
            if output=$(./gravistore rig "$scenario" --fault "$fault" --fault-at "$at" --allow-no-realtime --slips 100/200 2>&1); then
                passed=$((passed + 1))
            else
                failed=$((failed + 1))
                printf '%s\n' "$output"
            fi
            printf '%s, %s, %s s after the plant began to run: %s\n' "$fault" "$scenario" "$at" "$(printf '%s\n' "$output" | awk '/^fault  / { $1 = ""; print; found = 1 } END { if (!found) print " no verdict" }')"
        done
    done
done
printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
