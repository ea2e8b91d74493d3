#!/bin/sh
# Asks the registry for every package the controller is written against and leaves a mark for each one it lacks.
# Marks: eng/packages/obj/missing/<Package>. Without a mark the package itself is used.
set -u
here=$(cd "$(dirname "$0")" && pwd)
missing=$here/obj/missing
log=$here/obj/probe.log
mkdir -p "$missing"
dotnet restore "$here/probe.csproj" --nologo --verbosity quiet >"$log" 2>&1
for package in Stateless System.Device.Gpio Iot.Device.Bindings NModbus; do
    # NU1101: no such package here. NU1102: not this version. Anything else (no network, say) proves nothing.
    if grep -Eq "NU110[12]: Unable to find package $package( |\.)" "$log"; then
        [ -e "$missing/$package" ] || echo "gravistore: the registry does not serve $package; its stand-in is used where one exists"
        : >"$missing/$package"
    else
        rm -f "$missing/$package"
    fi
done
exit 0
