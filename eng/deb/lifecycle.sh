#!/bin/bash
# Runs inside a root of its own (eng/check-package.sh): installs, starts, refuses while a weight is lowered, upgrades, purges. Every line it prints is one thing
# that held; the first that does not ends it.
#
#   lifecycle.sh FIRST.deb NEXT.deb with-systemd|without-systemd
set -uo pipefail
first=$1 next=$2 systemd=$3
readonly SIM=/run/gravistore-sim/control.sock TRIES=4
export DEBIAN_FRONTEND=noninteractive DPKG_COLORS=never

good() { printf 'good: %s\n' "$*"; }

bad() {
    printf 'bad: %s\n' "$*"
    [ ! -e /tmp/said ] || sed 's/^/    /' /tmp/said
    if [ "$systemd" = with-systemd ]; then journalctl --no-pager -u gravistored -n 20 | sed 's/^/    /'; else tail -n 20 /tmp/*.log | sed 's/^/    /'; fi
    exit 1
}

expect() { # expect WHAT EXIT_CODE COMMAND...
    local what=$1 code=$2 status
    shift 2
    "$@" >/tmp/said 2>&1
    status=$?
    [ $status -eq "$code" ] || bad "$what: exit code $status, not $code"
    good "$what"
}

says() { # says WHAT TEXT: the last command said so
    grep -q -- "$2" /tmp/said || bad "$1"
    good "$1"
}

key() { # the reset key of the simulated chain
    perl -MIO::Socket::UNIX -e '$s = IO::Socket::UNIX->new($ARGV[0]) or die "$!\n"; print $s "key $ARGV[1]\n"; print scalar <$s>;' "$SIM" "$1" >/dev/null
}

# Without systemd: what its units would do, as far as this test needs it.
start() { # start PROGRAM
    if [ "$systemd" = with-systemd ]; then
        systemctl start "$1"
        return
    fi
    mkdir -p /run/gravistore /run/gravistore-sim
    case $1 in
        gravistore-sim) chrt -f 40 /opt/gravistore/gravistore-sim leith --soc 90 --control $SIM >/tmp/sim.log 2>&1 & sim=$! ;;
        gravistored) RUNTIME_DIRECTORY=/run/gravistore STATE_DIRECTORY=/var/lib/gravistore chrt -f 40 /opt/gravistore/gravistored /etc/gravistore/plants/leith.json --links /etc/gravistore/links/leith-local.json --allow-no-realtime --slips 100/200 >/tmp/controller.log 2>&1 & controller=$! ;;
    esac
}

stop_by_hand() {
    [ "$systemd" = with-systemd ] && return
    kill "$controller"
    wait "$controller" || bad "the controller ended with $?"
    kill "$sim"
    wait "$sim"
}

# It answers, and has looked at its devices.
running() { for _ in $(seq 100); do gravistore status >/tmp/said 2>&1 && ! grep -q '^mode  *\(off\|selfTest\)$' /tmp/said && return; sleep 0.2; done; bad "the controller does not answer"; }

# A machine that holds a process up for a tenth of a second trips the plant, and rightly: again then.
lowering() {
    for _ in $(seq $TRIES); do
        key press && sleep 0.5 && key release && sleep 0.5
        gravistore arm >/tmp/said 2>&1
        for _ in $(seq 40); do gravistore discharge 60kW --for 2min >/tmp/said 2>&1 && break; sleep 0.25; done
        sleep 1.5
        gravistore status --at-rest >/tmp/said 2>&1
        [ $? -eq 1 ] && return
    done
    bad "no weight was lowered in $TRIES tries"
}

at_rest() {
    gravistore park >/dev/null 2>&1
    for _ in $(seq 100); do gravistore status --at-rest >/tmp/said 2>&1 && return; sleep 0.3; done
    bad "the plant did not come to rest"
}

expect "the package installs" 0 dpkg -i "$first"
expect "version" 0 gravistore version
expect "every file of the configuration is good" 0 find /etc/gravistore/plants /etc/gravistore/drives /etc/gravistore/links /etc/gravistore/scenarios -name '*.json' -exec gravistore config check {} +
[ "$(stat -c %U:%a /var/lib/gravistore)" = gravistore:700 ] || bad "the state folder is not its user's alone"
id -nG gravistore | grep -qw gpio || bad "the user is not in the group of the GPIO lines"
good "state folder and groups"
if command -v systemd-analyze >/dev/null; then
    expect "the units are sound" 0 systemd-analyze verify --man=no /usr/lib/systemd/system/gravistored.service /usr/lib/systemd/system/gravistore-sim.service
fi

mv /etc/gravistore/scenarios /etc/gravistore/away
expect "a half-installed configuration is refused" 3 gravistore dryrun leith-full-power
says "and told" "GS-O006.*lacks scenarios"
mv /etc/gravistore/away /etc/gravistore/scenarios
expect "a missing plant is refused by the controller" 3 gravistored /etc/gravistore/plants/none.json --links /etc/gravistore/links/leith-local.json --state /tmp/state --socket /tmp/none.sock
says "and told" "none.json"

if [ "$systemd" = with-systemd ]; then sed -i 's|^GRAVISTORE_OPTIONS=.*|GRAVISTORE_OPTIONS=--allow-no-realtime --slips 100/200|' /etc/gravistore/gravistored.conf; else echo '# mine' >>/etc/gravistore/gravistored.conf; fi
# This test is about the package: real time, which a machine of many users does not grant, is lent by the scheduler as far as it goes.
if [ "$systemd" = with-systemd ]; then
    for service in gravistore-sim gravistored; do
        mkdir -p /etc/systemd/system/$service.service.d
        printf '[Service]\nCPUSchedulingPolicy=fifo\nCPUSchedulingPriority=40\n' >/etc/systemd/system/$service.service.d/lent.conf
    done
    systemctl daemon-reload
fi
start gravistore-sim
for _ in $(seq 50); do [ -S $SIM ] && break; sleep 0.2; done
start gravistored || bad "gravistored does not start"
running
[ "$systemd" = without-systemd ] || [ "$(systemctl is-active gravistored)" = active ] || bad "systemd does not call gravistored active"
good "controller and simulated plant run $systemd"

lowering
expect "the upgrade is refused while weights are lowered" 1 dpkg -i --force-confold "$next"
says "and told" "the upgrade is refused"
gravistore status --at-rest >/tmp/said 2>&1
[ $? -eq 1 ] || bad "the refused upgrade stopped the weights"
good "the controller goes on lowering"
expect "the removal is refused" 1 dpkg -r gravistore
says "and told" "the removal is refused"
gravistore status --at-rest >/tmp/said 2>&1
[ $? -eq 1 ] || bad "the refused removal stopped the weights"
good "the controller still goes on lowering"
expect "preinst refuses by itself" 1 sh /var/lib/dpkg/info/gravistore.preinst upgrade 0
expect "and obeys GRAVISTORE_FORCE" 0 env GRAVISTORE_FORCE=1 sh /var/lib/dpkg/info/gravistore.preinst upgrade 0
says "and tells so" "the upgrade is forced"
at_rest
good "parked: $(cat /tmp/said)"
stop_by_hand

expect "the upgrade is taken at rest" 0 dpkg -i --force-confold "$next"
sed "s/^/    /" /tmp/said
dpkg-query -W -f '${Version}\n' gravistore | grep -q 'next' || bad "the version is still the old one"
grep -q 'slips 100/200\|# mine' /etc/gravistore/gravistored.conf || bad "the upgrade changed gravistored.conf"
good "the changed gravistored.conf is kept"
if [ "$systemd" = with-systemd ]; then
    running
    says "the controller runs again, tripped, and waits for the key" tripped
    [ "$(systemctl show -P NRestarts gravistored)" = 0 ] || bad "it was restarted"
    systemctl kill --signal=KILL gravistored
    sleep 4
    running
    says "killed, it comes back tripped" tripped
    ls /var/lib/gravistore/incidents/*-cut-off/flight-*.gsr >/dev/null 2>&1 || bad "the last minutes of the killed controller are not in incidents"
    good "the last minutes of the killed controller are kept"
    sed -i 's|^GRAVISTORE_PLANT=.*|GRAVISTORE_PLANT=/etc/gravistore/plants/none.json|' /etc/gravistore/gravistored.conf
    systemctl restart gravistored
    sleep 3
    [ "$(systemctl show -P ExecMainStatus gravistored) $(systemctl is-active gravistored)" = "3 failed" ] || bad "a refused start is $(systemctl show -P ExecMainStatus gravistored), $(systemctl is-active gravistored)"
    good "a refused start (exit code 3) is not tried again"
fi
expect "the removal is taken" 0 dpkg -r gravistore
[ -e /var/lib/gravistore/position.journal ] || bad "the removal took the journal along"
good "the journal stays"
expect "the purge is taken" 0 dpkg -P gravistore
left=$(find /etc/gravistore /opt/gravistore /var/lib/gravistore /usr/bin/gravistore* /usr/share/doc/gravistore /usr/lib/systemd/system/gravistore* /etc/systemd/system/multi-user.target.wants/gravistore* 2>/dev/null)
[ -z "$left" ] || bad "the purge left $left"
good "nothing is left but the user"
echo lifecycle: passed
