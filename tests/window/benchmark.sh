#!/usr/bin/env bash
# Frames presented by the window in a display in memory: while it replays, with the camera following and with
# a still camera, while the map is dragged and while it is zoomed; and the time to the first picture.
# Usage: benchmark.sh RETRACE FRAME_WATCH [WIDTHxHEIGHT]   (figures, not a test)
set -eu
retrace=$1 watch=$2 size=${3:-1280x720}
here=$(cd "$(dirname "$0")" && pwd)
scratch=$(mktemp -d)
export XDG_STATE_HOME=$scratch/state HOME=$scratch FRAME_WATCH=$scratch/frames

exec 7>"$scratch/display"
Xvfb -displayfd 7 -screen 0 "${size}x24" >"$scratch/xvfb.log" 2>&1 &
server=$!
program=
trap 'kill $program $server 2>/dev/null || true; wait 2>/dev/null || true; rm -rf "$scratch"' EXIT
for _ in $(seq 100); do [ -s "$scratch/display" ] && break; sleep 0.1; done
DISPLAY=:$(cat "$scratch/display")
export DISPLAY
now() { date +%s.%N; }
mark() { echo "$(now) $*" >>"$scratch/phases"; }
width=${size%x*} height=${size#*x}
x=$((width / 2)) y=$((height / 2))

# A path of the mouse there and back, a step every 8 ms.
drag() {
    local commands=() i
    for i in $(seq 0 249); do
        local to=$((x - 300 + (i < 125 ? i : 249 - i) * 600 / 125))
        commands+=(mousemove "$to" "$((y + i % 50))" sleep 0.008)
    done
    xdotool mousemove $((x - 300)) "$y" mousedown 1 "${commands[@]}" "${commands[@]}" mouseup 1
}
zoom() {
    local commands=() i
    for i in $(seq 0 79); do commands+=(click $((i / 20 % 2 ? 5 : 4)) sleep 0.04); done
    xdotool mousemove $x $y "${commands[@]}" "${commands[@]}"
}

measure() {   # measure NAME KEY...: the keys open the view to be measured
    local view=$1; shift
    : >"$scratch/phases"
    mark "start of the program"
    LD_PRELOAD=$watch "$retrace" show --size "$size" >"$scratch/log" 2>&1 &
    program=$!
    for _ in $(seq 100); do window=$(xdotool search --pid $program --name Retrace 2>/dev/null | head -1 || true); [ -n "$window" ] && break; sleep 0.1; done
    xdotool windowfocus "$window"
    sleep 3
    for key in "$@"; do xdotool key "$key"; sleep 1.5; done
    xdotool key Home; sleep 1.5
    mark replay, following
    xdotool key space; sleep 15; xdotool key space
    mark "-"
    xdotool mousemove $x $y mousedown 1 mousemove $((x + 30)) $y mousemove $((x + 40)) $y mouseup 1
    xdotool key Home; sleep 1.5
    mark replay, still camera
    xdotool key space; sleep 15; xdotool key space
    mark "-"
    sleep 1
    mark drag; drag; mark "-"; sleep 1
    mark zoom; zoom; mark "-"
    local memory
    memory=$(awk '/VmHWM/ {printf "%.0f MB", $2 / 1024}' /proc/$program/status)
    xdotool key ctrl+q; sleep 1; kill $program 2>/dev/null || true; wait $program 2>/dev/null || true
    echo "$view at $size, peak memory $memory"
    python3 "$here/frame_table.py" "$scratch/frames" "$scratch/phases"
}

measure "desk"
measure "presentation" f
