#!/usr/bin/env bash
# Bad input of every kind: one line on standard error, exit status 2, nothing lost.
# Usage: bad_input.sh RETRACE DATA
set -u
retrace=$1 data=$2
scratch=$(mktemp -d)
trap 'chmod -R u+w "$scratch"; rm -rf "$scratch"' EXIT
failed=0
fail() { echo "FAILED: $*"; failed=1; }

# expect STATUS WORDS COMMAND...: the status, one line of error, and a word that helps.
expect() {
    local status=$1 words=$2
    shift 2
    timeout 60 "$@" >"$scratch/out" 2>"$scratch/err" </dev/null
    local got=$?
    [ $got -eq "$status" ] || fail "exit status $got instead of $status: $*: $(head -c 300 "$scratch/err")"
    [ "$status" -ne 2 ] || [ "$(wc -l <"$scratch/err")" -le 1 ] || fail "more than one line: $*: $(head -c 500 "$scratch/err")"
    [ -z "$words" ] || grep -qiE "$words" "$scratch/err" || fail "no word of /$words/: $*: $(head -c 300 "$scratch/err")"
}

: >"$scratch/empty.txt"
printf '\0\1\2\3\0\0\0\377' >"$scratch/binary.txt"
printf '{"format": "retrace-document", "version"' >"$scratch/cut.retrace"
printf '{"format": "something else"}' >"$scratch/foreign.retrace"
printf 'We went to Homs.\n' >"$scratch/short.txt"
printf 'not a gazetteer' >"$scratch/g.sqlite"
printf 'place,lat\n"unclosed' >"$scratch/record.csv"
mkdir "$scratch/folder" "$scratch/locked"
mkfifo "$scratch/pipe"

expect 2 'missing.txt' "$retrace" events "$scratch/missing.txt"
expect 2 'empty' "$retrace" events "$scratch/empty.txt"
expect 2 'binary.txt' "$retrace" events "$scratch/binary.txt"
expect 2 'folder' "$retrace" events "$scratch/folder"
expect 2 'pipe|regular' "$retrace" events "$scratch/pipe"
expect 2 'cut.retrace' "$retrace" events "$scratch/cut.retrace"
expect 2 'foreign.retrace' "$retrace" events "$scratch/foreign.retrace"
expect 2 'gazetteer|g.sqlite' "$retrace" events "$scratch/short.txt" --gazetteer "$scratch/g.sqlite"
expect 2 'record.csv' "$retrace" events "$scratch/short.txt" --record "$scratch/record.csv"
expect 2 'zone' "$retrace" events "$scratch/short.txt" --zone Nowhere/Atall
expect 2 'date' "$retrace" events "$scratch/short.txt" --reference-date yesterday
expect 2 'format' "$retrace" events "$scratch/short.txt" --format xml
expect 2 'size' "$retrace" picture --at end --size 10x10 -o "$scratch/p.png"
expect 2 'time' "$retrace" picture --at teatime -o "$scratch/p.png"
expect 2 'no-such-folder|write' "$retrace" picture --at end -o "$scratch/no-such-folder/p.png"
expect 2 'even' "$retrace" film --size 641x481 -o "$scratch/f.mp4"
expect 2 'at is required' "$retrace" front
expect 2 'teatime' "$retrace" front --at teatime
expect 2 'narrator' "$retrace" front --at end --of nobody
expect 2 'nowhere.csv' "$retrace" front --at end --points "$scratch/nowhere.csv"
printf 'x,y\n1,2\n' >"$scratch/points.csv"
expect 2 'lon' "$retrace" front --at end --points "$scratch/points.csv"
expect 2 'later|not part' "$retrace" export
expect 2 'tables' "$retrace" evaluate events
expect 2 'missing.txt' "$retrace" evaluate events "$scratch/missing.txt" "$scratch"
expect 2 'nowhere' "$retrace" evaluate front --seeds 1 --polygons "$scratch/nowhere"
expect 2 'TABLE' "$retrace" evaluate places
expect 2 'out' "$retrace" picture
expect 2 'display' env -u DISPLAY -u WAYLAND_DISPLAY "$retrace" show
expect 2 'display' env DISPLAY=:987 "$retrace" show
expect 2 'script|missing' "$retrace" play "$scratch/missing.script"
printf 'seek end\nfly me to the moon\n' >"$scratch/bad.script"
expect 2 'bad.script:2' "$retrace" play "$scratch/bad.script"
expect 2 'RETRACE_DATA' env RETRACE_DATA="$scratch" "$retrace" gazetteer search Homs


# A misspelt command or option is told the right one; the message names what is wrong, not the file.
expect 2 '"evnts" is no command.*mean events' "$retrace" evnts "$scratch/short.txt"
expect 2 '"withdrawals" is no command' "$retrace" withdrawals
expect 2 'no option --formt.*mean --format' "$retrace" events "$scratch/short.txt" --formt json
expect 2 'no option --fsp;.*mean --fps' "$retrace" film "$scratch/short.txt" -o x.mp4 --fsp=3
expect 2 '"serch" is no command of gazetteer.*mean search' "$retrace" gazetteer serch Homs
expect 2 'too many: second.txt' "$retrace" events "$scratch/short.txt" second.txt
expect 2 'FILE is empty' "$retrace" events ''
expect 2 'limit' "$retrace" gazetteer search Homs --limit -1
expect 2 'speed' "$retrace" film "$scratch/short.txt" -o "$scratch/f.mp4" --speed inf
expect 0 '' "$retrace" help film
[ "$(wc -l <"$scratch/out")" -gt 5 ] || fail "help film says nothing"

# Lists of places that are none: one line, and a gazetteer that was there stays.
list() { expect 2 "$1" "$retrace" gazetteer build "$2" -o "$scratch/kept.gpkg" "${@:3}"; }
printf 'the old one' >"$scratch/kept.gpkg"
printf 'name,lat,lon\nShiha,35.1,36.9\n' >"$scratch/good.csv"
printf 'a,b\n1,2\n' >"$scratch/no-name.csv"
printf 'name,lat,lon\nShiha,nan,36.9\nTall,135.1,36.9\n,35,36\n' >"$scratch/nowhere.csv"
printf '\377\376n\0a\0m\0e\0' >"$scratch/utf16.csv"
printf '{"type":"FeatureCollection","@context":"linkedplaces","features":[{"type":' >"$scratch/cut.json"
printf 'SQLite format 3\0and no more' >"$scratch/cut.sqlite"
printf 'PK\003\004and no more' >"$scratch/cut.zip"
list 'missing.csv does not exist' "$scratch/missing.csv"
list 'empty' "$scratch/empty.txt"
list 'folder without' "$scratch/folder"
list 'pipe is no regular' "$scratch/pipe"
list 'a, b.*--columns' "$scratch/no-name.csv"
list 'no row was taken.*(nowhere.csv:2|nowhere.csv:3|nowhere.csv:4)' "$scratch/nowhere.csv"
list 'UTF-16' "$scratch/utf16.csv"
list 'no row was taken.*file ends' "$scratch/cut.json"
list 'cut.sqlite' "$scratch/cut.sqlite"
list 'cut.zip' "$scratch/cut.zip"
list 'never opens the network' https://localhost/SY.zip
list 'never opens the network' /vsicurl/http://localhost/SY.zip
list 'reads no format "xml".*table' "$scratch/good.csv" --format xml
list 'no column "Titel"' "$scratch/good.csv" --columns name=Titel
list 'is no country; write its two letters' "$scratch/good.csv" --country Syria
list 'min-population' "$scratch/good.csv" --min-population -3
list 'gazetteer of Retrace already' "$data/gazetteer/retrace.gpkg"
list 'no layer' "$data/ground/roads.geojson|streets"
[ "$(cat "$scratch/kept.gpkg")" = 'the old one' ] || fail "a build that failed has touched the old file"
[ -z "$(find "$scratch" -name 'kept.gpkg?*')" ] || fail "a build that failed leaves $(find "$scratch" -name 'kept.gpkg?*')"
expect 2 'is a source' "$retrace" gazetteer build "$scratch/good.csv" -o "$scratch/good.csv"
expect 2 'is a folder' "$retrace" gazetteer build "$scratch/good.csv" -o "$scratch/folder"
expect 2 'no-such-folder' "$retrace" gazetteer build "$scratch/good.csv" -o "$scratch/no-such-folder/g.gpkg"
expect 2 'out' "$retrace" gazetteer build "$scratch/good.csv"
expect 0 '' "$retrace" gazetteer build "$scratch/good.csv" -o "$scratch/kept.gpkg"
grep -q '1 row taken: 1 place, 1 name' "$scratch/out" || fail "no report: $(cat "$scratch/out")"
expect 0 '' "$retrace" gazetteer search Shiha --gazetteer "$scratch/kept.gpkg"
grep -q 'user:shiha@35.1000,36.9000' "$scratch/out" || fail "the row is not found: $(cat "$scratch/out")"

expect 2 'no format "xml"' "$retrace" gazetteer info --format xml
expect 0 '' "$retrace" gazetteer info --format json --gazetteer "$scratch/kept.gpkg"
grep -q '"origin": "good.csv"' "$scratch/out" || fail "no credits: $(cat "$scratch/out")"

# Names that cannot be names.
expect 2 'empty' "$retrace" gazetteer search ''
expect 2 'empty' "$retrace" gazetteer search '  '
expect 2 '10000 bytes' "$retrace" gazetteer search "$(head -c 10000 /dev/zero | tr '\0' a)"
expect 2 'control' "$retrace" gazetteer search $'a\033[2Jb'
expect 2 'UTF-8' "$retrace" gazetteer search $'\377\376'
printf 'Homs\n\n\001\nHama\n' | "$retrace" gazetteer search - --format json >"$scratch/out" 2>"$scratch/err"
[ $? -eq 2 ] || fail "a line that is no name gives status 2"
[ "$(wc -l <"$scratch/out")" -eq 4 ] || fail "one answer a line: $(wc -l <"$scratch/out")"
grep -q 'line 3: .*control' "$scratch/err" || fail "the line is not named: $(cat "$scratch/err")"

# Verbs that a script cannot carry out name themselves and their line.
for verb in open new-text save save-as keep-draft put-point edit-time copy-coordinates copy-itinerary cancel-export; do
    printf 'seek end\n%s\n' $verb >"$scratch/verb.script"
    expect 2 "verb.script:2: .*$verb" "$retrace" play "$scratch/verb.script" "$scratch/short.txt"
done
printf 'export-film a.mp4 fps=0\n' >"$scratch/verb.script"
expect 2 'verb.script:1: export-film: fps' "$retrace" play "$scratch/verb.script" "$scratch/short.txt"
printf 'chose-place 0-2 gn:1\n' >"$scratch/verb.script"
expect 2 'mean choose-place' "$retrace" play "$scratch/verb.script" "$scratch/short.txt"

# A key that stands twice in a document is named.
printf '{"format": "retrace-document", "version": 1, "title": "a", "title": "b"}' >"$scratch/twice.retrace"
expect 2 "twice.retrace: the key 'title' stands twice" "$retrace" events "$scratch/twice.retrace"

# A shorter film leaves no frame of a longer one, and touches nothing else.
mkdir "$scratch/frames"
touch "$scratch/frames/frame-009999.png" "$scratch/frames/frame-9.png" "$scratch/frames/my frame-000001.png"
expect 0 'went first' "$retrace" film "$data/examples/withdrawal-2024/withdrawal-2024.retrace" -o "$scratch/frames" --size 64x64 --fps 1 --speed 864000
[ ! -e "$scratch/frames/frame-009999.png" ] || fail "a frame of an earlier film is left"
[ -e "$scratch/frames/frame-9.png" ] && [ -e "$scratch/frames/my frame-000001.png" ] || fail "another file is gone"

# A name with line ends makes no second line.
expect 2 'missing' "$retrace" events "$scratch/missing
second line.txt"

# More than is read, a folder that may not be read or written, a text that ends within a letter.
head -c 3000000 /dev/zero | tr '\0' a >"$scratch/long.txt"
expect 2 'split' "$retrace" events "$scratch/long.txt"
printf '\377\376t\0o\0 \0H\0o\0m\0s\0\075\330' >"$scratch/cut-letter.txt"
expect 0 '' "$retrace" events "$scratch/cut-letter.txt"
if [ "$(id -u)" -ne 0 ]; then
    cp "$scratch/short.txt" "$scratch/secret.txt"
    chmod 000 "$scratch/secret.txt"
    chmod 555 "$scratch/locked"
    expect 2 'permission' "$retrace" events "$scratch/secret.txt"
    expect 2 'permission' "$retrace" picture --at end -o "$scratch/locked/p.png"
fi

# A document reaches nothing outside its folder, and its figures are held to what they mean.
case=$data/examples/withdrawal-2024
for path in ../../etc/passwd /etc/passwd /vsicurl/http://localhost/x; do
    sed "s#\"path\": \"testimony.txt\"#\"path\": \"$path\"#" "$case/withdrawal-2024.retrace" >"$scratch/hostile.retrace"
    expect 2 'hostile.retrace.*(leaves|network)' "$retrace" events "$scratch/hostile.retrace"
done
cp "$case/testimony.txt" "$case/record.csv" "$scratch"
for version in 1e400 99999999999999999999999 -1 2 '"1"'; do
    sed "s#\"version\": 1#\"version\": $version#" "$case/withdrawal-2024.retrace" >"$scratch/odd.retrace"
    expect 2 'odd.retrace' "$retrace" events "$scratch/odd.retrace"
done

# A full disk loses nothing and says so.
if [ -e /dev/full ]; then
    "$retrace" places "$scratch/short.txt" >/dev/full 2>"$scratch/err"
    [ $? -eq 2 ] || fail "a full disk was not noticed: $(cat "$scratch/err")"
fi
# A name with letters of every script, blanks and quotes is a name like any other.
odd="$scratch/الشيحة 'Homs' \"x\".txt"
cp "$scratch/short.txt" "$odd"
expect 0 '' "$retrace" events "$odd"

exit $failed
