#!/bin/sh
set -ex
n=3
[ "$n" -gt 2 ]
kubectl-missing apply -f app.yaml # RAISES
