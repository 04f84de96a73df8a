#!/bin/bash
set -e
printf 'ncols 2\nnrows 2\nxllcorner 0\nyllcorner 0\ncellsize 1\n1 2\n3 4\n' > 0_0.asc
printf 'ncols 2\nnrows 2\nxllcorner 0\n' > 1_0.asc
printf 'ncols 2\nnrows 2\nxllcorner 0\nyllcorner 0\ncellsize 1\n0 0\n0 0\n' > empty.asc
for tile in 0_0 1_0 2_0; do
    gdal_translate -q -of GTiff $tile.asc $tile.tif || {
        echo "tile $tile: using the empty one" >&2
        gdal_translate -q -of GTiff empty.asc $tile.tif
    }
done
gdalinfo -stats 0_0.tif | grep STATISTICS_M
ls ./*.tif
