#!/bin/bash
set -eu
for raster in dem.asc relief.tif; do
    echo "-> $raster"
    gdal_translate -of AAIGrid "$raster" "tile-${raster%.*}.asc"
done
