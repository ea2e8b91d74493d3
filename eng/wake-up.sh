#!/bin/sh
# How late the controller's loop wakes against cyclictest: alternating runs on the same processor with the same period and priority, medians of both.
# Needs cyclictest (package rt-tests) and the right to real time.
#
#   eng/wake-up.sh [SECONDS] [RUNS]     60 seconds, 5 runs each
set -u
cd "$(dirname "$0")/.." || exit 4
seconds=${1:-60}
runs=${2:-5}
command -v cyclictest >/dev/null || {
    echo "wake-up.sh: cyclictest is missing; install the package rt-tests" >&2
    exit 4
}
cpu=$(($(getconf _NPROCESSORS_ONLN) - 1))
work=$(mktemp -d) || exit 4
trap 'rm -rf "$work"' EXIT
i=0
while [ "$i" -lt "$runs" ]; do
    # Histogram lines of cyclictest: microseconds and count.
    cyclictest -q -m -t1 -p80 -a "$cpu" -i10000 -D "$seconds" -h 100000 2>/dev/null | awk '
        /^[0-9]+ [0-9]+/ { us[n] = $1 + 0; count[n++] = $2; total += $2 }
        END { for (k = 0; k < n; k++) { seen += count[k]; if (!a && seen >= 0.5 * total) { a = 1; p50 = us[k] } if (!b && seen >= 0.99 * total) { b = 1; p99 = us[k] } if (!c && seen >= 0.999 * total) { c = 1; p999 = us[k] } } print p50, p99, p999 }' >>"$work/cyclictest"
    ./gravistore latency --resting --seconds "$seconds" --cpu "$cpu" --json | awk '
        /"latenessUs"/ { inside = 1 } inside && /"p50"/ { a = $2 + 0 } inside && /"p99"/ { b = $2 + 0 } inside && /"p999"/ { print a, b, $2 + 0; exit }' >>"$work/gravistore"
    i=$((i + 1))
done
for name in cyclictest gravistore; do
    for column in 1 2 3; do
        sort -n -k $column,$column "$work/$name" | awk -v c=$column '{ v[NR] = $c } END { printf "%.1f ", v[int((NR + 1) / 2)] }'
    done >"$work/$name.median"
done
awk 'FNR == 1 && NR == 1 { split($0, a, " ") } FNR == 1 && NR > 1 { split($0, b, " ") }
    END { printf "median of the runs, us   p50      p99      p99.9\ncyclictest     %12.1f %8.1f %10.1f\nthe loop       %12.1f %8.1f %10.1f\nratio          %12.2f %8.2f %10.2f\n", a[1], a[2], a[3], b[1], b[2], b[3], b[1]/a[1], b[2]/a[2], b[3]/a[3] }' "$work/cyclictest.median" "$work/gravistore.median"
