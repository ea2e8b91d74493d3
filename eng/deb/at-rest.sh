# shellcheck shell=sh
# Part of preinst and prerm: nothing is changed under a controller whose hoists are not all at rest on set brakes, or which does not answer.
# GRAVISTORE_FORCE=1 in the environment, or a file /run/gravistore.force, changes it all the same: docs/deployment.md.

# Controllers that run from this package.
gravistore_controllers() {
    for entry in /proc/[0-9]*; do
        case $(readlink "$entry/exe" 2>/dev/null) in
            */opt/gravistore/gravistored | */opt/gravistore/gravistored\ \(deleted\)) echo "${entry#/proc/}" ;;
        esac
    done
}

# gravistore_socket PROCESS: the command socket of a controller, from its command line or its environment.
gravistore_socket() {
    named=$(tr '\0' '\n' <"/proc/$1/cmdline" | sed -n '/^--socket$/{n;p;q}')
    [ -n "$named" ] || named=$(tr '\0' '\n' <"/proc/$1/environ" | sed -n 's/^GRAVISTORE_SOCKET=//p')
    [ -n "$named" ] || named=$(tr '\0' '\n' <"/proc/$1/environ" | sed -n 's|^RUNTIME_DIRECTORY=\(.*\)|\1/gravistore.sock|p')
    printf '%s\n' "${named:-/run/gravistore/gravistore.sock}"
}

refuse_while_moving() { # refuse_while_moving WHAT
    for process in $(gravistore_controllers); do
        if [ -n "${GRAVISTORE_FORCE:-}" ] || [ -e /run/gravistore.force ]; then
            echo "gravistore: $1 is forced although a controller runs (process $process)" >&2
            continue
        fi
        said=$(timeout 20 /opt/gravistore/gravistore status --at-rest --socket "$(gravistore_socket "$process")" 2>&1) && {
            echo "gravistore: the controller (process $process) says: $said" >&2
            continue
        }
        cat >&2 <<TEXT
gravistore: $1 is refused: the controller (process $process) does not say that every hoist is at rest on its brakes.
gravistore: it says: $said
gravistore: bring the plant to rest (gravistore park), or, when you have seen yourself that nothing moves, say GRAVISTORE_FORCE=1.
TEXT
        return 1
    done
}
