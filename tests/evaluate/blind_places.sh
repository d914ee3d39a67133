#!/usr/bin/env bash
# The testimonies of tests/places, with the gazetteer that ships: no figure may fall below what it was.
#   blind_places.sh RETRACE TESTS
set -euo pipefail
retrace=$1 tests=$2/places
held() { # AIMS... -- NAME...
    local aims=() files=()
    while [ "$1" != -- ]; do aims+=("$1") && shift; done
    shift
    for name in "$@"; do files+=("$tests/$name.txt" "$tests/$name.csv"); done
    "$retrace" evaluate places "${files[@]}" "${aims[@]}" --quiet
}
held --aim-f1 0.84 --aim-held 0.92 --aim-brier 0.07 -- \
    coast-report desert-road ghab-conscript hauran-diary raqqa-statement
held --aim-f1 0.70 --aim-held 0.66 --aim-brier 0.15 -- mons-1914 grierson-1863 korea-1950 anabasis
shared=$2/../../shared/interview
if [ -f "$shared/interview.txt" ]; then
    "$retrace" evaluate places "$shared/interview.txt" "$shared/mentions.csv" --lookalikes "$shared/lookalikes.csv" \
        --aim-f1 0.95 --aim-within5 0.95 --aim-brier 0.05 --aim-lookalikes 0 --quiet
else
    echo "SKIPPED: the interview is not here"
fi
