#!/usr/bin/env bash
# Makes the pictures of the live view in docs/pictures from a real run: starts it in a terminal of tmux, takes what the terminal shows with its
# colours after some seconds, and draws that as SVG. Needs tmux. The pictures differ a little from time to time, as two looks at a run do.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

readonly SOCKET=gravistore-picture-$$ BUILD_LIMIT_S=600
trap 'tmux -L "$SOCKET" kill-server 2>/dev/null || true' EXIT

picture() { # picture FILE COLUMNS ROWS SECONDS COMMAND...
    local file=$1 columns=$2 rows=$3 seconds=$4
    shift 4
    tmux -L "$SOCKET" new-session -d -s run -x "$columns" -y "$rows" "env LC_ALL=C.UTF-8 $*"
    sleep "$seconds"
    tmux -L "$SOCKET" capture-pane -e -p -t run | LC_ALL=C awk -v columns="$columns" -v rows="$rows" -f eng/terminal-to-svg.awk >"$file"
    tmux -L "$SOCKET" kill-session -t run
    echo "$file"
}

# Built before the clock runs.
timeout "$BUILD_LIMIT_S" ./gravistore version >/dev/null
mkdir -p docs/pictures
picture docs/pictures/live.svg 110 32 14 ./gravistore dryrun frequency-hour --speed 120
picture docs/pictures/live-80x24.svg 80 24 9 ./gravistore demo --no-report --speed 200
picture docs/pictures/live-plain.svg 80 24 9 env NO_COLOR=1 LC_ALL=C ./gravistore demo --no-report --speed 200
