#!/usr/bin/env bash
# Walks README's section "The first five minutes" word for word: runs every command of its sh blocks, expects the exit code that the command's
# comment names (0 without one), and where a text block follows compares what the last command printed with it.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 4
exec </dev/null

readonly SECTION='## The first five minutes' LIMIT_S=60
readonly WRITTEN=(my-plant.json my-minutes.csv) REPORT=gravistore-demo.html

fail() {
    printf 'first five minutes: %s\n' "$*" >&2
    exit 1
}

# Lines of the section's blocks as "sh LINE" and "text LINE"; "end" closes a block.
blocks() {
    awk -v section="$SECTION" '
        /^## / { inside = $0 == section }
        !inside { next }
        /^```/ { if (kind != "") { print "end"; kind = "" } else kind = substr($0, 4); next }
        kind != "" { print kind " " $0 }
    ' README.md
}

run() { # run COMMAND: expects the exit code that its comment names
    local expected=0 status
    [[ $1 =~ \#.*exit\ code\ ([0-9]+) ]] && expected=${BASH_REMATCH[1]}
    printf '+ %s\n' "$1"
    timeout --kill-after=5 "$LIMIT_S" bash -c "$1" >"$log" 2>&1
    status=$?
    [ $status -eq "$expected" ] && return
    cat "$log" >&2
    fail "exit code $status instead of $expected: $1"
}

for file in "${WRITTEN[@]}"; do
    [ ! -e "$file" ] || fail "$file is there already; move it away first, the walk writes one of its own"
done
log=$(mktemp)
leave=("$log" "${WRITTEN[@]}")
# A report that was there before is replaced by the walk's, as any demo does; else none is left.
[ -e "$REPORT" ] || leave+=("$REPORT")
trap 'rm -f "${leave[@]}"' EXIT

# The first command of a fresh checkout builds, which has a time of its own.
./gravistore version >/dev/null || exit

commands=0 answers=0 answer=
while IFS= read -r line; do
    case $line in
        'sh '*)
            run "${line#sh }"
            commands=$((commands + 1))
            ;;
        'text '*) answer+=${line#text }$'\n' ;;
        end)
            [ -n "$answer" ] || continue
            diff <(printf %s "$answer") "$log" >&2 || fail "the answer differs from README's (<)"
            answers=$((answers + 1)) answer=
            ;;
    esac
done < <(blocks)

[ -s "$REPORT" ] || fail "the demo left no $REPORT"
if [ $commands -lt 5 ] || [ $answers -lt 1 ]; then
    fail "README's section holds only $commands commands and $answers answers"
fi
printf 'first five minutes: %d commands and %d answers as README says, in %d s\n' "$commands" "$answers" "$SECONDS"
