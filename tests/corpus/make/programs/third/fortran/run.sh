#!/bin/bash
set -e
echo "[1/3] modules"; make grid.o
echo "[2/3] program"; make heat
echo "[3/3] run"; ./heat
