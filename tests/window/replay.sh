#!/usr/bin/env bash
# The window as its user meets it: opens, plays, rests, searches, saves under a new name, quits.
# Usage: replay.sh RETRACE   (needs Xvfb, xdotool, ImageMagick)
set -u
retrace=$1
for tool in Xvfb xdotool import compare; do
    command -v $tool >/dev/null || { echo "FAILED: $tool is missing; tools/install-packages test installs it"; exit 1; }
done
scratch=$(mktemp -d)
export XDG_STATE_HOME=$scratch/state HOME=$scratch
failed=0
fail() { echo "FAILED: $*"; failed=1; }

exec 7>"$scratch/display"
Xvfb -displayfd 7 -screen 0 1280x800x24 >"$scratch/xvfb.log" 2>&1 &
server=$!
trap 'kill $program $server 2>/dev/null; wait 2>/dev/null; rm -rf "$scratch"' EXIT
for _ in $(seq 100); do [ -s "$scratch/display" ] && break; sleep 0.1; done
export DISPLAY=:$(cat "$scratch/display")

program=
start() {
    "$retrace" show "$@" >"$scratch/log" 2>&1 &
    program=$!
    for _ in $(seq 200); do
        window=$(xdotool search --pid $program --name Retrace 2>/dev/null | head -1)
        [ -n "$window" ] && break
        kill -0 $program 2>/dev/null || { fail "the program ended: $(cat "$scratch/log")"; exit 1; }
        sleep 0.1
    done
    [ -n "$window" ] || { fail "no window within 20 s"; exit 1; }
    xdotool windowfocus "$window"
    sleep "${SETTLE:-2}"
}
press() { xdotool key --clearmodifiers "$@"; sleep 0.7; }
shot() { import -window root "$scratch/$1.png"; }
different() { compare -metric AE "$scratch/$1.png" "$scratch/$2.png" null: 2>&1 | sed 's/[^0-9.e+].*//' | awk '{print ($1 + 0 > 200)}'; }
quit() {
    press ctrl+q
    for _ in $(seq 100); do kill -0 $program 2>/dev/null || break; sleep 0.1; done
    if kill -0 $program 2>/dev/null; then
        kill -9 $program
        fail "Ctrl+Q did not end the program"
        return
    fi
    wait $program
    local status=$?
    [ $status -eq 0 ] || fail "the program ended with $status: $(cat "$scratch/log")"
}

start
shot opened
colors=$(identify -format %k "$scratch/opened.png")
[ "$colors" -gt 200 ] || fail "the window shows only $colors colours"
press space; sleep 2; shot playing
[ "$(different opened playing)" = 1 ] || fail "nothing moves while it plays"
press space; sleep 1; shot paused; sleep 1; shot later
[ "$(different paused later)" = 0 ] || fail "something moves while it is paused"
press Right; shot stepped
[ "$(different paused stepped)" = 1 ] || fail "a step changes nothing"
press f; sleep 1; shot presented
[ "$(different stepped presented)" = 1 ] || fail "the presentation looks like the desk"
press Escape; press F11; sleep 1; shot full
[ "$(different stepped full)" = 1 ] || fail "F11 does not present"
press Escape; press question; sleep 0.5; shot help
[ "$(different stepped help)" = 1 ] || fail "? shows no help"
press Escape; sleep 0.5; shot closed
[ "$(different help closed)" = 1 ] || fail "Escape leaves the help open"
press t; shot dark
[ "$(different stepped dark)" = 1 ] || fail "the dark theme looks like the light one"
press ctrl+s   # the bundled case: asks for a name
xdotool type --delay 60 "$scratch/mine"; press Return
sleep 1
[ -s "$scratch/mine.retrace" ] || { shot unsaved; fail "save as wrote nothing"; }
quit

printf 'We left Homs on 7 December 2024.\n\nThe following day, at seven in the evening, we reached Damascus.\n' >"$scratch/own.txt"
start "$scratch/own.txt"
shot own
press slash; xdotool type --delay 60 Damascus; sleep 0.5; press Return; sleep 1.5; shot found
[ "$(different own found)" = 1 ] || fail "the search selects nothing"
xdotool mousemove 640 300 click --repeat 3 4; sleep 1; shot zoomed
[ "$(different found zoomed)" = 1 ] || fail "the wheel does not zoom"
xdotool mousemove 640 300 mousedown 1 mousemove 560 340 mousemove 500 380 mouseup 1; sleep 1; shot dragged
[ "$(different zoomed dragged)" = 1 ] || fail "a drag does not move the map"
quit
exit $failed
