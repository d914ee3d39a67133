#!/usr/bin/env bash
# Runs every command where no network exists, with a watch on sockets, and with documents and ground files
# that ask for the network. Usage: no_network.sh RETRACE WATCH DATA
set -u
export PROJ_NETWORK=ON  # what another program of this person may have asked for
retrace=$1 watch=$2 data=$3
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
failed=0

isolated=()
if unshare -rn true 2>/dev/null; then isolated=(unshare -rn); else echo "no network namespace here: only the watch looks"; fi
run() {
    LD_PRELOAD=$watch "${isolated[@]}" "$@" >"$scratch/out" 2>"$scratch/err"
    local status=$?
    if [ $status -eq 77 ] || grep -q 'reached for the network' "$scratch/err"; then
        echo "FAILED: $*"; cat "$scratch/err"; failed=1
    fi
    return $status
}
must() { run "$@" || { echo "FAILED with $?: $*"; cat "$scratch/err"; failed=1; }; }

# The watch itself must bite, or this test proves nothing.
LD_PRELOAD=$watch bash -c 'exec 3<>/dev/tcp/127.0.0.1/9' 2>"$scratch/err"
grep -q 'reached for the network' "$scratch/err" || { echo "FAILED: the watch does not see a connection"; failed=1; }

case=$data/examples/withdrawal-2024/withdrawal-2024.retrace
must "$retrace" places "$case" --format json
must "$retrace" events "$case" --format json
must "$retrace" route "$case" --format json
run "$retrace" check "$case" --format json
must "$retrace" gazetteer search Homs
printf 'name,lat,lon\nShiha,35.1,36.9\n' >"$scratch/places.csv"
must "$retrace" gazetteer build "$scratch/places.csv" "$data/ground/roads.geojson" -o "$scratch/places.gpkg"
for far in http://127.0.0.1:9/SY.zip /vsicurl/http://127.0.0.1:9/SY.txt '/vsizip/vsicurl/http://127.0.0.1:9/SY.zip' PG:host=127.0.0.1; do
    run "$retrace" gazetteer build "$far" -o "$scratch/far.gpkg" && { echo "FAILED: $far was read"; failed=1; }
done
must "$retrace" picture "$case" --at end -o "$scratch/picture.png"

for hostile in /vsicurl/http://localhost/x.tif http://localhost/x.tif PG:dbname=x 'WMS:http://localhost/' ; do
    run "$retrace" picture "$case" --at end -o "$scratch/refused.png" --ground "$hostile" && { echo "FAILED: $hostile was accepted"; failed=1; }
done
cat >"$scratch/remote.vrt" <<'V'
<VRTDataset rasterXSize="8" rasterYSize="8"><SRS>EPSG:4326</SRS><GeoTransform>36,0.1,0,35,0,-0.1</GeoTransform>
<VRTRasterBand dataType="Byte" band="1"><SimpleSource><SourceFilename relativeToVRT="0">/vsicurl/http://localhost/x.tif</SourceFilename></SimpleSource></VRTRasterBand></VRTDataset>
V
run "$retrace" picture "$case" --at end -o "$scratch/refused.png" --ground "$scratch/remote.vrt" && { echo "FAILED: a remote VRT was accepted"; failed=1; }
sed 's#"testimony.txt"#"http://localhost/testimony.txt"#' "$case" >"$scratch/remote.retrace"
run "$retrace" events "$scratch/remote.retrace" && { echo "FAILED: a remote source was accepted"; failed=1; }

exit $failed
