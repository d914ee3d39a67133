#!/usr/bin/env bash
# retrace evaluate events as its user runs it: figures, exit statuses, one line for what is wrong. events.sh RETRACE
set -euo pipefail
retrace=$1
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"

printf 'On 5 December 2024 at noon we left Homs and reached Hama before dark.\n' >t.txt
head='event_id,start,end,evidence,kind,status,presence,voice,day_code,local_clock,earliest,latest'
printf '%s\nE1,0,39,On 5 December 2024 at noon we left Homs,move,executed,narrator,seen,stated,12:00/12:00,,\n' "$head" >t.events.csv
printf 'start,end,surface,role,alt_role\n35,39,Homs,origin,\n52,56,Hama,stop,\n' >t.mentions.csv
printf 'order,event_id,place,lat,lon,tolerance_km\n1,E1,Homs,34.7324,36.7137,8\n2,E1,Hama,35.1318,36.7578,8\n' >t.stops.csv

fail() { echo "FAILED: $1" && exit 1; }
"$retrace" evaluate events t.txt t --quiet >out.txt || fail "the figures"
grep -q 'stops edit distance *0' out.txt || fail "stops in order: $(cat out.txt)"
grep -q 'by words: hours exact *1 (1/1)' out.txt || fail "the hour"
mkdir tables && for t in events mentions stops; do cp t.$t.csv tables/$t.csv; done
"$retrace" evaluate events t.txt tables --quiet --format json | python3 -c 'import json,sys; assert json.load(sys.stdin)["all"]["roles"]["value"] == 1' ||
    fail "a folder of tables, as JSON"
"$retrace" evaluate events t.txt t --quiet --format csv | head -1 | grep -qx 'text,figure,value,part,whole' || fail "CSV"
"$retrace" evaluate events t.txt t --quiet --aim-roles 1 --aim-stop-edits 0 >/dev/null || fail "aims that are reached"
sed 's/,origin,/,via,/' t.mentions.csv >x && mv x t.mentions.csv
status=0 && "$retrace" evaluate events t.txt t --quiet --aim-roles 1 --errors >out.txt || status=$?
[ $status = 1 ] || fail "an aim missed is status 1, not $status"
grep -q 'role of Homs' out.txt || fail "the error is told"
refused() { # WHAT ARGUMENTS...
    local what=$1 status=0
    shift
    "$retrace" evaluate events "$@" >out.txt 2>err.txt || status=$?
    [ $status = 2 ] && [ "$(wc -l <err.txt)" = 1 ] && grep -q "$what" err.txt || fail "$* gave $status: $(cat err.txt)"
}
refused 'needs each text with its tables'
refused 'needs each text with its tables' t.txt
refused 'nowhere' t.txt nowhere
printf 'start,end,surface,role\n0,400,On,stop\n' >t.mentions.csv
refused 'line 2' t.txt t
refused 'no format' t.txt t --format xml
echo ok
