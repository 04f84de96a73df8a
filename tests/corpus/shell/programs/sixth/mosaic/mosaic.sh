#!/bin/bash
set -u
export GDAL_DATA=/usr/share/gdal
make_tile() { gdal_create -q -of GTiff -outsize 64 64 -bands 1 -burn "$3" -a_srs EPSG:32632 -a_ullr "$1" 5300000 $(($1 + 640)) 5299360 "tile_$2.tif"; }
make_tile 500000 a 10; make_tile 500640 b 20; make_tile 501280 c 30
echo 'not delivered' > tile_d.tif
echo "mosaic: building from 5 names"
gdalbuildvrt mosaic.vrt tile_a.tif tile_b.tif tile_c.tif tile_d.tif tile_e.tif
gdalwarp -overwrite -t_srs EPSG:4326 -dstnodata 0 mosaic.vrt mosaic.tif
gdalinfo -stats mosaic.tif 2>&1 | grep -E '^Size|STATISTICS_M|ERROR'
gdal_translate -q -of PNG -scale mosaic.tif preview.png && ls preview.png
echo "mosaic: 3 tiles of 5 are in, the others come tomorrow"
