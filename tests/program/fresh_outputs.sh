#!/usr/bin/env bash
# Pictures and films need no display, are the same bytes from run to run, and move.
# Usage: fresh_outputs.sh RETRACE
set -u
retrace=$1
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
unset DISPLAY WAYLAND_DISPLAY
failed=0
fail() { echo "FAILED: $*"; failed=1; }

for run in 1 2; do
    "$retrace" picture --at '2024-12-05T07:10' --size 640x360 -o "$scratch/$run.png" || fail "picture"
    "$retrace" film --size 320x180 --fps 4 --quiet -o "$scratch/$run.mp4" || fail "film"
done
cmp "$scratch/1.png" "$scratch/2.png" || fail "two pictures of one moment differ"
cmp "$scratch/1.mp4" "$scratch/2.mp4" || fail "two films of one story differ"
[ -s "$scratch/1.srt" ] && [ -s "$scratch/1.vtt" ] || fail "the subtitles are missing"
head -1 "$scratch/1.vtt" | grep -q '^WEBVTT' || fail "the WebVTT has no header"
if command -v ffmpeg >/dev/null; then
    # A cache can freeze a film unseen: most frames a second apart must differ.
    different=$(ffmpeg -v error -i "$scratch/1.mp4" -vf fps=1 -f framemd5 - | grep -v '^#' | awk -F, '{print $6}' | sort -u | wc -l)
    [ "$different" -ge 20 ] || fail "only $different different pictures in the whole film"
fi
"$retrace" film --size 320x180 --fps 1 --from '#3' --to '#6' --quiet -o "$scratch/part.mp4" || fail "part of a film"
head -2 "$scratch/part.srt" | grep -q '^00:00:00,000 --> ' || fail "the subtitles of a part do not begin with it"
PATH=/nonexistent "$retrace" film --size 320x180 --fps 1 --from start --to '#3' -o "$scratch/none.mp4" 2>"$scratch/err" || fail "film without ffmpeg: $(cat "$scratch/err")"
grep -q 'PNG' "$scratch/err" || fail "without ffmpeg nothing was said"
exit $failed
