#!/usr/bin/env bash
set -o pipefail -o errtrace
fail() { echo "[$(date '+%F %T')] ERROR load.sh:$1 ended with $2, rolling back to yesterday's map" >&2; exit "$2"; }
trap 'fail $LINENO $?' ERR
echo "[$(date '+%F %T')] INFO  streets"
ogr2ogr -f GPKG map.gpkg streets.geojson -nln streets
ogrinfo -so map.gpkg streets | grep -E 'Geometry|Feature Count'
echo "[$(date '+%F %T')] INFO  parcels"
ogr2ogr -f GPKG -update map.gpkg parcels.dxg -nln parcels
echo "[$(date '+%F %T')] INFO  map is new"
