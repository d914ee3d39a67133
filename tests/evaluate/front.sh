#!/usr/bin/env bash
# retrace evaluate front as its user runs it: figures, exit statuses, one line for what is wrong. front.sh RETRACE
set -euo pipefail
retrace=$1
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"

fail() { echo "FAILED: $1" && exit 1; }
run() { # WANTED_STATUS ARGUMENTS...
    local wanted=$1 status=0
    shift
    "$retrace" evaluate front --quiet "$@" >out.txt 2>err.txt || status=$?
    [ $status = "$wanted" ] || fail "$* gave $status: $(cat err.txt; grep missed out.txt)"
}

# Ten towns in a row, taken one after the other from west to east.
{
    echo 'place,lat,lon,from_side,to_side,earliest_utc,latest_utc,source,confidence,note'
    for k in 0 1 2 3 4 5 6 7 8 9; do
        echo "Town $k,35.1,3$k.5,gov,opp,2024-12-0$((k / 2 + 1))T00:00Z,2024-12-0$((k / 2 + 1))T12:00Z,made up,high,"
    done
} >record.csv
# A square that grows to the east.
mkdir polygons
for k in 1 2 3 4 5 6; do
    east=31.$((k + 3))
    printf '{"features": [{"geometry": {"type": "Polygon", "coordinates": [[[30.2,46],[%s,46],[%s,48],[30.2,48],[30.2,46]]]}}]}' \
        "$east" "$east" >polygons/2024010$k.geojson
done

run 0 --seeds 30
grep -q '^collapse, 3 runs' out.txt || fail "the collapse"
grep -q 'calibrated within' out.txt || fail "its aims"
cp out.txt first.txt
run 0 --seeds 30
cmp -s out.txt first.txt || fail "twice the same"
run 0 --seeds 30 --record record.csv --format json
python3 -c 'import json,sys; r=json.load(open("out.txt")); assert [p["proof"] for p in r["proofs"]] == ["record", "collapse"]; assert all(a["met"] for a in r["aims"])' ||
    fail "JSON with a record"
"$retrace" evaluate front --quiet --seeds 1 --polygons polygons --format csv >out.txt || [ $? = 1 ] || fail "polygons"
head -1 out.txt | grep -qx 'proof,method,figure,value,low,high' || fail "CSV"
grep -q '^"polygons, 300 claims","field","Brier score",0' out.txt || fail "polygons by count: $(cat out.txt)"
# Nothing ever changes hands: no method beats persistence there, and the aim is missed.
sed 's/,gov,opp,/,gov,gov,/' record.csv >still.csv
run 1 --seeds 5 --record still.csv
grep -q 'missed' out.txt || fail "a missed aim is told"
run 2 --polygons nowhere
grep -q 'nowhere' err.txt || fail "a missing folder"
cp polygons/20240101.geojson polygons/first.geojson
run 2 --polygons polygons
grep -q 'YYYYMMDD' err.txt || fail "a file without a day"
run 2 --format xml
run 2 --seeds 0
echo ok
