#!/usr/bin/env bash
# Makes the pictures of reports in docs/pictures from real runs: a step of power and an hour of grid frequency as drawings of their own, the report of
# the full cycle at 390 and 1280 pixels, and two pages of it as they print on A4. The drawings need awk alone, the others chromium (or google-chrome)
# and, for the printed pages, pdftoppm; whatever is missing is said, and its pictures stay as they are.
# The browser has no network while it draws, and a message on its console fails the script.
#
#   eng/pictures.sh [FOLDER]    FOLDER is where the pictures go; docs/pictures when it is not given
#
# Exit codes: 0 made, or skipped with the reason; 1 a run or a picture failed.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

target=${1:-docs/pictures}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

say() { printf 'pictures: %s\n' "$*"; }

find_browser() {
    local name
    for name in chromium chromium-browser google-chrome google-chrome-stable; do
        command -v "$name" && return 0
    done
    return 1
}

# browse ARGUMENTS...: one headless run without a network; everything that a page says on its console goes to the log.
browse() {
    "$browser" --headless=new --no-sandbox --disable-gpu --hide-scrollbars --no-first-run --user-data-dir="$work/profile" \
        --host-resolver-rules='MAP * ~NOTFOUND' --enable-logging=stderr --v=0 "$@" >/dev/null 2>>"$work/log"
    if grep -q 'CONSOLE' "$work/log"; then
        grep 'CONSOLE' "$work/log" >&2
        say "the page wrote on the browser's console"
        exit 1
    fi
}

# Fewer colours make a drawing a third as large and look the same.
keep() { # keep PICTURE NAME
    if command -v pngquant >/dev/null; then pngquant --force --strip --speed 1 64 --output "$2" "$1"; else cp "$1" "$2"; fi
    say "$2, $(stat -c %s "$2") bytes"
}

shoot() { # shoot WIDTH HEIGHT: the top of the page, as tall as asked
    browse --window-size="$1,$2" --screenshot="$work/$1.png" "file://$work/report.html"
    keep "$work/$1.png" "$target/report-$1.png"
}

print_pages() {
    if ! command -v pdftoppm >/dev/null; then
        say "printed pages: skipped, pdftoppm (poppler-utils) is not installed"
        return
    fi
    browse --no-pdf-header-footer --print-to-pdf="$work/report.pdf" "file://$work/report.html"
    local page
    for page in 1 3; do
        pdftoppm -r 70 -f "$page" -l "$page" -singlefile -png "$work/report.pdf" "$work/page-$page"
        keep "$work/page-$page.png" "$target/report-print-$page.png"
    done
}

draw() { # draw SCENARIO TITLE NAME: the first plot of the run's report whose title begins so
    ./gravistore dryrun "$1" --quiet --report "$work/$3.html"
    LC_ALL=C awk -v title="$2" -f eng/plot-to-svg.awk "$work/$3.html" >"$work/$3.svg"
    cp "$work/$3.svg" "$target/$3.svg"
    say "$target/$3.svg, $(stat -c %s "$target/$3.svg") bytes"
}

mkdir -p "$target"
draw step-discharge 'Step from' step
draw frequency-hour 'Power asked and given' hour
if ! browser=$(find_browser); then
    say "skipped: neither chromium nor google-chrome is on the PATH"
    exit 0
fi
./gravistore dryrun full-cycle --quiet --report "$work/report.html"
say "report of full-cycle, $(stat -c %s "$work/report.html") bytes"
shoot 390 3850
shoot 1280 3320
print_pages
