#!/usr/bin/env bash
# tools/gazetteer with a dump of one's own, a broken one and none; nothing is ever fetched here.
# Usage: gazetteer_tool.sh RETRACE TOOL
set -u
export RETRACE=$1
tool=$2
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export XDG_DATA_HOME=$scratch/data XDG_CACHE_HOME=$scratch/cache
unset RETRACE_GEONAMES
failed=0
fail() { echo "FAILED: $*: $(head -c 500 "$scratch/err")"; failed=1; }
expect() {
    local status=$1 words=$2
    shift 2
    (cd "$scratch" && "$tool" "$@") >"$scratch/out" 2>"$scratch/err" </dev/null
    local got=$?
    [ $got -eq "$status" ] || fail "exit status $got instead of $status: $*"
    grep -qE "$words" "$scratch/err" || fail "no word of /$words/: $*"
}
row() { printf '%s\t%s\t%s\t\t35.1\t36.9\tP\tPPL\tSY\t\t11\t\t\t\t700\t\t5\tAsia/Damascus\t2012-01-01\n' "$1" "$2" "$2"; }
result=$scratch/data/retrace/gazetteers/SY.gpkg

expect 2 'two letters a country|Builds' --nonsense
expect 2 'no country' Syria
expect 2 'geonames.org/export/dump/SY.zip and run: tools/gazetteer SY FILE' SY
expect 2 'allCountries.zip' world
[ ! -e "$scratch/cache" ] || fail "something was fetched"
row 7 'Tall Shiha' >"$scratch/places.txt"
expect 2 'which country' places.txt
expect 0 'by itself from now on' SY places.txt
"$RETRACE" gazetteer search 'Tall Shiha' >"$scratch/out" 2>"$scratch/err" || fail "search"
grep -q 'gn:7' "$scratch/out" || fail "the program does not use the new gazetteer"
"$RETRACE" gazetteer search 'Tall Shiha' --no-user-gazetteers >"$scratch/out"
! grep -q 'gn:7' "$scratch/out" || fail "--no-user-gazetteers"
cp "$result" "$scratch/before.gpkg"
head -c 20 "$scratch/places.txt" >"$scratch/broken.txt"
expect 2 'broken.txt' SY broken.txt
cmp -s "$result" "$scratch/before.gpkg" || fail "a broken build has touched the gazetteer"
row 8 'Marj Shiha' >"$scratch/SY.txt"
expect 0 './SY.txt' sy
"$RETRACE" gazetteer search 'Marj Shiha' | grep -q 'gn:8' || fail "a dump beside is not used"
exit $failed
