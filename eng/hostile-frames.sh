#!/bin/sh
# Damaged, truncated, oversized and senseless frames on the command socket of a controller with a plant in memory, a connection each: it must drop every
# one with a reason, change nothing and leave no thread behind. A million takes more than an hour.
#
#   eng/hostile-frames.sh [COUNT]
set -u
cd "$(dirname "$0")/.." || exit 4
GRAVISTORE_HOSTILE_FRAMES=${1:-1000000}
export GRAVISTORE_HOSTILE_FRAMES
exec dotnet test tests/Gravistore.Controller.Tests --nologo --filter Damaged_frames
