#!/bin/bash
set -e
stage() { echo "train: stage $1"; shift; "$@"; }
stage 1 sh -c 'for i in 1 2 3; do echo "epoch $i loss 0.$((9 - i))"; done'
stage 2 sh -c 'echo "epoch 4 loss 0.5"; kill -ABRT $$'
stage 3 echo evaluating
