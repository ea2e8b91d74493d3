# bash completion for gravistore                                -*- shell-script -*-
# Written by "gravistore help --completion".

_gravistore_names() { # _gravistore_names KIND: names of plants or scenarios
    local folder=${GRAVISTORE_ROOT:-/etc/gravistore} file
    [ -d "$folder/config" ] && folder=$folder/config
    for file in "$folder/$1"/*.json; do
        case $file in *.sim.json | *'*'*) ;; *) file=${file##*/}; printf '%s\n' "${file%.json}" ;; esac
    done
}

_gravistore() {
    local cur=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} verb=${COMP_WORDS[1]} words='' options='' files=''
    [ "$COMP_CWORD" -gt 2 ] && case "$verb ${COMP_WORDS[2]}" in 'config check' | 'config schema' | 'config drawing' | 'bench power-step' | 'bench efficiency') verb="$verb ${COMP_WORDS[2]}" ;; esac
    case $previous in
        --report | --json | --csv | --record | --incidents | --plant | --sim | --links | --wiring | --io-socket | --socket | --state | --truth | --script | --control | --keep) mapfile -t COMPREPLY < <(compgen -f -- "$cur"); return ;;
        --seed | --trace-every | --speed | --set | --tolerance | --cells | --variant | --from | --until | --do | --priority | --cpu | --slips | --depths | --soc | --seconds | --fault | --fault-at | --for | --rate | --ready | --wait) COMPREPLY=(); return ;;
    esac
    if [ "$COMP_CWORD" -eq 1 ]; then
        words='demo dryrun compare config bench replay incident step run sim rig latency status arm power charge discharge stop brake-stop park reset events version help'
    else
        case $verb in
            config) words='check schema drawing' ;;
            bench) words='power-step efficiency' ;;
            demo) options='--seed --report --no-report --json --csv --trace-every --record --truth --incidents --speed --quiet' ;;
            dryrun) options='--plant --sim --seed --set --report --json --csv --trace-every --record --truth --incidents --speed --quiet' words=$(_gravistore_names scenarios) files=yes ;;
            compare) options='--tolerance --json --quiet' files=yes ;;
            'config check') options='' files=yes ;;
            'config schema') options='' words='plant drive meter brake-unit hoist-io plant-io links wiring sim scenario' ;;
            'config drawing') options='' files=yes ;;
            'bench power-step') options='--plant --seed --json --cells --variant --quiet' ;;
            'bench efficiency') options='--plant --seed --json --quiet' ;;
            replay) options='--from --until --set --whatif-plant --report --json --quiet' files=yes ;;
            incident) options='--report --json --quiet' files=yes ;;
            step) options='--do' files=yes ;;
            run) options='--links --wiring --io-socket --socket --state --record --allow-no-realtime --priority --cpu --slips' words=$(_gravistore_names plants) files=yes ;;
            sim) options='--links --depths --soc --seed --truth --script --control --wire-timing --real-time --wiring --io-socket' words=$(_gravistore_names plants) files=yes ;;
            rig) options='--plant --links --seconds --seed --json --keep --wiring --against-dryrun --fault --fault-at --quiet --allow-no-realtime --priority --cpu --slips' words=$(_gravistore_names scenarios) files=yes ;;
            latency) options='--plant --seconds --links --resting --json --priority --cpu' ;;
            status) options='--json --at-rest --socket' ;;
            arm) options='--socket' ;;
            power) options='--for --rate --ready --socket' ;;
            charge) options='--for --rate --ready --socket' ;;
            discharge) options='--for --rate --ready --socket' ;;
            stop) options='--socket' ;;
            brake-stop) options='--socket' ;;
            park) options='--landing --socket' ;;
            reset) options='--wait --socket' ;;
            events) options='--from --follow --socket' ;;
            version) options='--json' ;;
            help) options='--man --completion' words='demo dryrun compare config bench replay incident step run sim rig latency status arm power charge discharge stop brake-stop park reset events version help' ;;
        esac
    fi
    case $cur in -*) words=$options files='' ;; esac
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$cur"; [ -z "$files" ] || compgen -f -- "$cur")
}

complete -o filenames -F _gravistore gravistore
