#!/usr/bin/env bash
# The testimonies of tests/events, with the gazetteer that ships: no figure may fall below what it was.
#   blind_events.sh RETRACE TESTS
set -euo pipefail
retrace=$1 tests=$2/events places=$2/places
held() { # AIMS... -- NAME...
    local aims=() files=() text
    while [ "$1" != -- ]; do aims+=("$1") && shift; done
    shift
    for name in "$@"; do
        text=$tests/$name.txt
        [ -f "$text" ] || text=$places/$name.txt
        files+=("$text" "$tests/$name")
    done
    "$retrace" evaluate events "${files[@]}" "${aims[@]}" --quiet
}
held --aim-roles 0.77 --aim-stops-f1 0.82 --aim-status 0.52 -- dara-interview aleppo-diary ardennes-memoir kharkiv-report
held --aim-roles 0.63 --aim-stops-f1 0.66 --aim-status 0.60 -- \
    held-idlib-interview held-deir-statement held-france-diary held-karabakh-memoir
held --aim-roles 0.80 --aim-stops-f1 0.91 -- plain-1 plain-2 plain-3 plain-4
held --aim-roles 0.87 --aim-stops-f1 0.84 -- new-1 new-2 new-3
held --aim-roles 0.70 --aim-stops-f1 0.84 -- fresh-1 fresh-5 fresh-6
held --aim-roles 0.58 --aim-stops-f1 0.63 -- \
    raqqa-statement coast-report grierson-1863 anabasis ghab-conscript desert-road hauran-diary mons-1914 korea-1950
shared=$2/../../shared/interview
if [ -f "$shared/interview.txt" ]; then
    "$retrace" evaluate events "$shared/interview.txt" "$shared" --quiet --aim-status 0.9 --aim-presence 0.9 \
        --aim-kind 0.85 --aim-roles 0.93 --aim-stop-edits 1 --aim-false-stops 0 --aim-hours 1
    # By decisions and records: the spans that hold the reference and are at most twice as wide.
    scratch=$(mktemp -d)
    trap 'rm -rf "$scratch"' EXIT
    "$retrace" play "$2/evaluate/interview_decisions.txt" "$shared/interview.txt" -o "$scratch/i.retrace" --quiet
    "$retrace" evaluate events "$scratch/i.retrace" "$shared" --quiet --aim-spans 0.7 --aim-stop-edits 1 --aim-hours 1
else
    echo "SKIPPED: the interview is not here"
fi
