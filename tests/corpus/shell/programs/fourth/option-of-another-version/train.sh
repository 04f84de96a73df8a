#!/bin/bash
usage() {
    echo "usage: train.sh [-e epochs] [-b batch] [-o folder] dataset" >&2
    exit 64
}
epochs=3 batch=32 out=out
[ "$1" = -- ] && set -- -e 5 -b 64 -q digits
while getopts e:b:o: option; do
    case $option in
        e) epochs=$OPTARG ;;
        b) batch=$OPTARG ;;
        o) out=$OPTARG ;;
        *) usage ;;
    esac
done
shift $((OPTIND - 1))
echo "training on $1: $epochs epochs, batches of $batch, into $out"
