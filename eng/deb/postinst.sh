#!/bin/sh
# After a version is unpacked: user, groups of the wires, state folder. Nothing is started that did not run before: a person starts a controller.
set -e

configure() {
    if ! getent passwd gravistore >/dev/null; then
        adduser --quiet --system --group --no-create-home --home /var/lib/gravistore --gecos "gravity store controller" gravistore
    fi
    # Raspberry Pi OS has the groups of the wires; elsewhere the package's udev rules use these.
    for group in dialout gpio i2c spi; do
        getent group $group >/dev/null || addgroup --quiet --system $group
        adduser --quiet gravistore $group
    done
    install -d -o gravistore -g gravistore -m 0700 /var/lib/gravistore
}

start_again() {
    [ -d /run/systemd/system ] || return 0
    systemctl daemon-reload
    udevadm control --reload >/dev/null 2>&1 || true
    for service in gravistore-sim gravistored; do
        if [ -e "/run/$service.was-running" ]; then
            rm -f "/run/$service.was-running"
            systemctl start $service.service || echo "gravistore: $service did not start again; journalctl -u $service says why" >&2
        fi
    done
}

case ${1:-} in
    configure)
        configure
        start_again
        ;;
    abort-upgrade | abort-remove | abort-deconfigure) start_again ;;
    *)
        echo "postinst: unknown argument '${1:-}'" >&2
        exit 1
        ;;
esac
