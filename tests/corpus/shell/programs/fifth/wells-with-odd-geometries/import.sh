#!/usr/bin/env bash
set -euo pipefail
echo "import: wells.csv, $(($(wc -l < wells.csv) - 1)) rows"
ogr2ogr -f GeoJSON wells.geojson wells.csv -oo GEOM_POSSIBLE_NAMES=shape -oo KEEP_GEOM_COLUMNS=NO -skipfailures -a_srs EPSG:4326 || echo "import: ogr2ogr ended with $?, going on with what there is"
ogr2ogr -f GPKG wells.gpkg wells.geojson -nln wells -skipfailures
gdalinfo overview.tif || echo "import: no overview picture yet, not needed"
ogr2ogr -f GPKG -update wells.gpkg wells.geojson -nln wells || { echo "import: the layer is there, replacing it"; ogr2ogr -f GPKG -update -overwrite wells.gpkg wells.geojson -nln wells; }
ogrinfo -so wells.gpkg wells | grep 'Feature Count'
echo "import: done"
