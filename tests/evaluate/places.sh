#!/usr/bin/env bash
# retrace evaluate places as its user runs it: figures, exit statuses, one line for what is wrong. places.sh RETRACE
set -euo pipefail
retrace=$1
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"

printf 'We left Homs at dawn and reached Hama in the evening. Captain Homs was with us.\n' >t.txt
{
    echo 'start,end,surface,name,lat,lon,tolerance_km,literal'
    echo '8,12,Homs,Homs,34.7324,36.7137,8,1'
    echo '33,37,Hama,Hama,35.1318,36.7578,8,1'
} >t.csv
printf 'start,surface,kind\n62,Homs,person\n' >t.lookalikes.csv
printf 'start,end,surface,lat,lon\n8,12,Hama,1,2\n' >other.csv
printf '<articles><article><text>From Homs to Hama.</text><toponyms><toponym><phrase>Hama</phrase><start>13</start><gaztag><lat>35.13</lat><lon>36.75</lon></gaztag></toponym></toponyms></article></articles>' >c.xml
printf '<articles><article><text>From' >cut.xml

failed=0
expect() { # STATUS PATTERN COMMAND...: the pattern stands in what it writes
    local status=$1 pattern=$2 got=0
    shift 2
    "$@" >out 2>&1 || got=$?
    if [ "$got" != "$status" ] || ! grep -qE -- "$pattern" out; then
        echo "expected $status and /$pattern/, got $got from: $*" && cat out
        failed=1
    fi
    if [ "$status" = 2 ] && [ "$(wc -l <out)" != 1 ]; then echo "more than one line from: $*" && failed=1; fi
}

expect 0 'literal +precision 1.000 \(2/2\) +recall 1.000 \(2/2\) +F1 1.000' "$retrace" evaluate places t.txt t.csv
expect 0 'end to end, within 5 km +1.000 \(2/2\)' "$retrace" evaluate places t.txt t.csv
expect 0 'look-alikes taken for places +0.000 \(0/1\)' "$retrace" evaluate places t.txt t.csv
expect 0 'end to end, within 5 km +1.000 \(4/4\)' "$retrace" evaluate places t.txt t.csv t.txt t.csv
expect 0 'f1 0.950 +1.000, reached' "$retrace" evaluate places t.txt t.csv --aim-f1 0.95 --aim-within5 1
expect 1 'brier 0.000 .*not reached' "$retrace" evaluate places t.txt t.csv --aim-f1 0.95 --aim-brier 0
expect 0 '"f1": 1.0' "$retrace" evaluate places t.txt t.csv --format json
expect 0 '^,literal,f1,1,' "$retrace" evaluate places t.txt t.csv --format csv
expect 0 'extra +Homs|1 text' "$retrace" evaluate places --corpus c.xml --errors
expect 0 'recall 1.000 \(1/1\)' "$retrace" evaluate places --corpus c.xml
expect 2 'cut.xml, line 1' "$retrace" evaluate places --corpus cut.xml
expect 2 'NAME.ann' "$retrace" evaluate places --corpus .
expect 2 'partner' "$retrace" evaluate places t.txt
expect 2 'other.csv, line 2: the table has "Hama" and the text "Homs"' "$retrace" evaluate places t.txt other.csv
expect 2 'missing.csv' "$retrace" evaluate places t.txt missing.csv
expect 2 'format' "$retrace" evaluate places t.txt t.csv --format xml
expect 2 'only-gazetteer' "$retrace" evaluate places t.txt t.csv --only-gazetteer
expect 2 'more tables' "$retrace" evaluate places t.txt t.csv --lookalikes t.lookalikes.csv --lookalikes t.lookalikes.csv
expect 2 'aim-f1' "$retrace" evaluate places t.txt t.csv --aim-f1 95
expect 2 'evaluate --help' "$retrace" evaluate
exit $failed
