#!/usr/bin/env bash
# Runs lifecycle.sh in a root of its own: an overlay of / in namespaces of its own, thrown away afterwards.
#
#   own-root.sh with-systemd|without-systemd WORK FIRST.deb        WORK/next.deb is the next version
#
# Exit codes: 0 it passed; 1 it did not; 77 this machine does not allow it, the last line says why.
set -uo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
readonly SYSTEMD=/lib/systemd/systemd

skip() {
    echo "$*"
    exit 77
}

# Control groups of this test's own, which systemd may fill and which are removed afterwards.
enter_groups() {
    local folder
    for folder in /sys/fs/cgroup /sys/fs/cgroup/*; do
        # Shares of processors stay as they are: a new group of version 1 has neither processors nor real time.
        case $folder in */cpu*) continue ;; esac
        [ -e "$folder/cgroup.procs" ] || continue
        mkdir -p "$folder/$group" 2>/dev/null || continue
        echo $BASHPID >"$folder/$group/cgroup.procs" 2>/dev/null || true
    done
}

leave_groups() {
    local folder
    for folder in /sys/fs/cgroup /sys/fs/cgroup/*; do
        [ -d "$folder/$group" ] || continue
        find "$folder/$group" -depth -type d -exec rmdir {} \; 2>/dev/null
    done
}

mount_root() {
    { mount --make-rprivate / && mount -t tmpfs tmpfs "$work/base" && mkdir "$work/base"/{up,work,root}; } || skip "no mounts of its own"
    root=$work/base/root
    mount -t overlay overlay -o "lowerdir=/,upperdir=$work/base/up,workdir=$work/base/work" "$root" || skip "no overlay of /"
    { mount -t proc proc "$root/proc" && mount --rbind /dev "$root/dev" && mount -t tmpfs tmpfs "$root/run" && mount -t tmpfs tmpfs "$root/tmp"; } || skip "no mounts in the overlay"
    # The kernel's settings are the machine's.
    { mount --bind "$root/proc/sys" "$root/proc/sys" && mount -o remount,bind,ro "$root/proc/sys"; } || skip "/proc/sys cannot be protected"
    mkdir "$root/tmp/packages"
    cp "$first" "$root/tmp/packages/first.deb"
    cp "$work/next.deb" "$here/lifecycle.sh" "$root/tmp/packages/"
    mkdir "$root/tmp/out" && mount --bind "$work/out" "$root/tmp/out"
    # A policy against services is the image's, not the test's.
    rm -f "$root/usr/sbin/policy-rc.d"
    ip link set lo up 2>/dev/null || true
}

mount_groups() {
    mount -t sysfs -o ro sysfs "$root/sys" || skip "no /sys of its own"
    if [ -e /sys/fs/cgroup/cgroup.controllers ]; then
        mount -t cgroup2 cgroup2 "$root/sys/fs/cgroup" || skip "no control groups of its own"
        return
    fi
    mount -t tmpfs tmpfs "$root/sys/fs/cgroup" && mkdir "$root/sys/fs/cgroup"/{systemd,unified}
    mount -t cgroup -o none,name=systemd cgroup "$root/sys/fs/cgroup/systemd" || skip "no control groups of its own"
    mount -t cgroup2 cgroup2 "$root/sys/fs/cgroup/unified" || true
}

# systemd is process 1 of the namespace; the test is a service of its own that ends it.
boot() {
    cat >"$root/etc/systemd/system/lifecycle.service" <<'UNIT'
[Unit]
Requires=basic.target
After=basic.target
[Service]
Type=oneshot
ExecStart=/bin/sh -c 'bash /tmp/packages/lifecycle.sh /tmp/packages/first.deb /tmp/packages/next.deb with-systemd >/tmp/out/log 2>&1'
ExecStopPost=/bin/systemctl poweroff --force
UNIT
    # Services of this machine have no business here.
    mkdir -p "$root/etc/systemd/system"
    for unit in systemd-tmpfiles-setup.service tmp.mount systemd-udevd.service proc-sys-fs-binfmt_misc.automount; do ln -sf /dev/null "$root/etc/systemd/system/$unit"; done
    exec env -i container=lxc PATH="$PATH" $SYSTEMD --system --unit=lifecycle.service --log-target=null
}

# The overlay becomes the root; what was one is left behind.
enter_root() {
    { cd "$root" && mkdir -p mnt/old && pivot_root . mnt/old && cd / && umount -l /mnt/old; } || skip "no root of its own"
    root=''
}

inside() {
    mount_root
    [ "$mode" = without-systemd ] || mount_groups
    enter_root
    [ "$mode" = without-systemd ] || boot
    env -i PATH="$PATH" HOME=/root bash /tmp/packages/lifecycle.sh /tmp/packages/first.deb /tmp/packages/next.deb without-systemd >/tmp/out/log 2>&1
}

mode=$1 work=$2 first=$3 group=gravistore-check.$$
if [ "${4:-}" = inside ]; then
    inside
    exit
fi
[ "$mode" != with-systemd ] || [ -x $SYSTEMD ] || skip "systemd is not installed"
rm -rf "$work/base" "$work/out"
mkdir -p "$work/base" "$work/out"
(
    enter_groups
    exec timeout --kill-after=10 200 unshare -m -p -f -C -n -u -i --kill-child "$0" "$mode" "$work" "$first" inside
) >"$work/out/boot" 2>&1
status=$?
leave_groups
if [ $status -eq 77 ]; then
    tail -n 1 "$work/out/boot"
    exit 77
fi
[ -e "$work/out/log" ] || { tail -n 3 "$work/out/boot"; [ "$mode" = with-systemd ] && skip "systemd does not start in a namespace here"; exit 1; }
cat "$work/out/log"
grep -q '^lifecycle: passed' "$work/out/log"
