#!/bin/sh
# After removal. A purge takes journal and frozen recordings along; the user stays, so that files in backups keep their owner's name.
set -e

case ${1:-} in
    purge) rm -rf /var/lib/gravistore /run/gravistore.force /run/gravistored.was-running /run/gravistore-sim.was-running ;;
    remove) rm -f /run/gravistored.was-running /run/gravistore-sim.was-running ;;
    upgrade | failed-upgrade | abort-install | abort-upgrade | disappear) ;;
    *)
        echo "postrm: unknown argument '${1:-}'" >&2
        exit 1
        ;;
esac
if [ -d /run/systemd/system ]; then systemctl daemon-reload || true; fi
