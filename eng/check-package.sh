#!/usr/bin/env bash
# Checks the packages in artifacts/packages as far as this machine allows; what it does not allow is said, with the reason, and counts as no failure.
#
#   eng/check-package.sh [--build]      --build: first build both, with stand-ins where the package registry lacks a library
#
# Nothing of this machine is changed: the amd64 package is installed into an overlay of / in a mount namespace of its own and, where that works, under a systemd of
# its own. Exit codes: 0 all that could be checked held; 1 something did not.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1
export LC_ALL=C

readonly OUT=$PWD/artifacts/packages LIBRARIES=/usr/aarch64-linux-gnu QEMU_LIMIT_S=180
failed=0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

say() { printf 'check-package: %s\n' "$*"; }

bad() {
    say "FAILED: $*"
    failed=1
}

install() { # install PACKAGE...
    [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null || return 1
    apt-get install -y -q "$@" >/dev/null 2>&1 || { apt-get update -q && apt-get install -y -q "$@"; } >/dev/null 2>&1
}

package_of() { # package_of ARCH
    find "$OUT" -maxdepth 1 -name "gravistore_*_$1.deb" 2>/dev/null | head -n 1
}

check_lintian() { # check_lintian ARCH
    local log=$work/lintian.$1
    command -v lintian >/dev/null || { say "$1: lintian skipped: it is not installed and cannot be installed here"; return; }
    lintian --allow-root --fail-on error "$(package_of "$1")" >"$log" 2>&1
    case $? in
        0) say "$1: lintian: no error" ;;
        *)
            cat "$log"
            bad "$1: lintian"
            ;;
    esac
}

# Every library that is not this project's own is named by the list of licences.
check_licences() { # check_licences ARCH
    local file pattern patterns unnamed=()
    read -ra patterns < <(dpkg-deb --fsys-tarfile "$(package_of "$1")" | tar -xO ./usr/share/doc/gravistore/copyright | sed -n 's/^Files: //p' | grep -v '^\*$' | paste -sd ' ')
    while read -r file; do
        for pattern in "${patterns[@]}"; do
            # shellcheck disable=SC2053
            [[ $file != $pattern ]] || continue 2
        done
        unnamed+=("$file")
    done < <(dpkg-deb -c "$(package_of "$1")" | sed -n 's|.* \./\(opt/gravistore/.*\.\(dll\|so\)\)$|\1|p' | grep -v '/\(Gravistore\.\|gravistore\)')
    if [ ${#unnamed[@]} -eq 0 ]; then say "$1: every library stands in the list of licences"; else bad "$1: no licence is named for ${unnamed[*]}"; fi
}

state_hash() { sed -n 's/.*"stateHash": "\([0-9a-f]*\)".*/\1/p' | head -n 1; }

check_dry_run() { # check_dry_run ARCH RUNNER...: version, configuration and a dry run of the package unpacked into an empty folder; prints the state hash to a file
    local arch=$1 root=$work/$1
    shift
    mkdir -p "$root"
    dpkg-deb -x "$(package_of "$arch")" "$root"
    (
        cd "$root" || exit 1
        timeout $QEMU_LIMIT_S "$@" opt/gravistore/gravistore version && timeout $QEMU_LIMIT_S "$@" opt/gravistore/gravistore config check etc/gravistore/plants/*.json etc/gravistore/scenarios/*.json &&
            timeout $QEMU_LIMIT_S "$@" opt/gravistore/gravistore dryrun leith-full-power --quiet --json - >result.json
    ) >"$work/run.$arch" 2>&1 || {
        cat "$work/run.$arch"
        bad "$arch: the unpacked program"
        return 1
    }
    state_hash <"$root/result.json" >"$work/hash.$arch"
    say "$arch: version, config check and leith-full-power from an empty folder; state hash $(cat "$work/hash.$arch")"
}

check_arm64() {
    if [ "$(uname -m)" = aarch64 ]; then check_dry_run arm64; return; fi
    if ! command -v qemu-aarch64 >/dev/null || [ ! -e $LIBRARIES/lib/libstdc++.so.6 ]; then
        install qemu-user libc6-arm64-cross libstdc++6-arm64-cross || { say "arm64: program skipped: qemu-aarch64 is not installed and cannot be installed here"; return; }
    fi
    check_dry_run arm64 qemu-aarch64 -L $LIBRARIES
}

# A next version for the upgrade: the same files under another number.
make_next() {
    dpkg-deb -R "$(package_of amd64)" "$work/next"
    sed -i 's/^Version: \(.*\)-1$/Version: \1.next-1/' "$work/next/DEBIAN/control"
    echo '# The next version says more.' >>"$work/next/etc/gravistore/gravistored.conf"
    dpkg-deb --root-owner-group -Znone --build "$work/next" "$work/next.deb" >/dev/null
}

check_life() {
    local mode
    if [ "$(uname -m)" != x86_64 ] || [ "$(id -u)" -ne 0 ] || ! unshare -m -p -f -C -n -u -i true 2>/dev/null; then
        say "amd64: installation skipped: needs root, namespaces and x86-64"
        return
    fi
    make_next
    for mode in with-systemd without-systemd; do
        eng/deb/own-root.sh "$mode" "$work" "$(package_of amd64)" >"$work/life.$mode" 2>&1
        case $? in
            0)
                sed -n 's/^good: /  /p' "$work/life.$mode"
                say "amd64: installed, run, refused, upgraded and purged $mode"
                return
                ;;
            77) say "amd64: $mode skipped: $(tail -n 1 "$work/life.$mode")" ;;
            *)
                grep -v '^Selecting\|^(Reading' "$work/life.$mode"
                bad "amd64: $mode"
                return
                ;;
        esac
    done
}

check_documents() {
    local page reply
    for page in docs/man/*.[18]; do
        if command -v man >/dev/null && [ -n "$(man --warnings -l "$page" 2>&1 >/dev/null)" ]; then bad "man finds fault with $page"; fi
    done
    # shellcheck disable=SC2016
    reply=$(bash -c '. docs/man/gravistore.bash; GRAVISTORE_ROOT=$PWD; COMP_WORDS=(gravistore dryrun leith-f); COMP_CWORD=2; _gravistore; echo "${COMPREPLY[*]}"')
    [ "$reply" = leith-full-power ] || bad "completion of 'gravistore dryrun leith-f' gives '$reply'"
    if [ -x "$OUT/amd64/gravistore" ] && [ "$(uname -m)" = x86_64 ]; then
        if eng/man-pages.sh --check "$OUT/amd64/gravistore"; then say "manual pages and completion are what the programs say"; else bad "docs/man"; fi
    else
        say "manual pages: skipped, the programs of this machine's kind are not built"
    fi
}

if [ "${1:-}" = --build ]; then
    for arch in arm64 amd64; do
        eng/package $arch --allow-stand-ins
        case $? in
            0) ;;
            5) say "$arch: skipped: the registry does not serve its runtime" ;;
            *) bad "$arch: the build" ;;
        esac
    done
fi
command -v lintian >/dev/null || install lintian
[ -n "$(package_of arm64)$(package_of amd64)" ] || bad "there is no package in artifacts/packages"
# Waiting is most of the installation's test: the rest runs beside it, and is told after it.
{
    failed=0
    [ -z "$(package_of arm64)" ] || check_lintian arm64
    [ -z "$(package_of amd64)" ] || check_lintian amd64
    [ -z "$(package_of arm64)" ] || check_licences arm64
    [ -z "$(package_of amd64)" ] || check_licences amd64
    [ -z "$(package_of arm64)" ] || check_arm64
    [ -z "$(package_of amd64)" ] || [ "$(uname -m)" != x86_64 ] || check_dry_run amd64
    echo $failed >"$work/beside.failed"
} >"$work/beside" 2>&1 &
beside=$!
[ -z "$(package_of amd64)" ] || check_life
wait $beside
cat "$work/beside"
[ "$(cat "$work/beside.failed")" = 0 ] || failed=1
if [ -e "$work/hash.arm64" ] && [ -e "$work/hash.amd64" ]; then
    if cmp -s "$work/hash.arm64" "$work/hash.amd64" && [ -s "$work/hash.arm64" ]; then say "arm64 and amd64 agree to the bit"; else bad "arm64 and amd64 differ"; fi
fi
check_documents
exit $failed
