#!/bin/bash
frame() {
    sleep 0.0$1
    if [ "$1" = 4 ]; then
        convert-frame --in "frame$1.png" --out "frame$1.jpg"
    else
        echo "frame $1 rendered"
    fi
}
export -f frame
parallel --will-cite -k -j2 --halt soon,fail=1 frame ::: 1 2 3 4 5 6
code=$?
echo "render.sh: parallel ended with $code"
rm -f frame*.tmp
exit $code
