#!/bin/sh
# Before a version is unpacked.
set -e
# @at-rest@

case ${1:-} in
    upgrade) refuse_while_moving "the upgrade" ;;
    install | abort-upgrade) ;;
    *)
        echo "preinst: unknown argument '${1:-}'" >&2
        exit 1
        ;;
esac
