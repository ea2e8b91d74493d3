#!/bin/sh
# Before a version is replaced or removed: refuse while hoists move; then end the services, the controller first, with the weights on their brakes.
set -e
# @at-rest@

stop_services() { # stop_services SERVICE...
    [ -d /run/systemd/system ] || return 0
    for service; do
        if systemctl is-active --quiet "$service.service"; then
            # postinst starts again what ran.
            : >"/run/$service.was-running"
            systemctl stop "$service.service"
        fi
    done
}

case ${1:-} in
    # dpkg asks the new version's prerm (failed-upgrade) when the old one's has refused.
    upgrade | failed-upgrade)
        refuse_while_moving "the upgrade"
        # A simulated plant stays where it is, as a real one does: with its old program until somebody restarts it.
        stop_services gravistored
        ;;
    remove | deconfigure)
        refuse_while_moving "the removal"
        stop_services gravistored gravistore-sim
        if [ "$1" = remove ] && command -v systemctl >/dev/null; then
            systemctl --no-reload disable gravistored.service gravistore-sim.service >/dev/null 2>&1 || true
        fi
        ;;
    *)
        echo "prerm: unknown argument '${1:-}'" >&2
        exit 1
        ;;
esac
