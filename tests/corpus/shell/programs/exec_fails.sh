#!/bin/bash
set -e
echo "starting trainer"
export EPOCHS=3
exec /app/bin/trainer --epochs "$EPOCHS" # RAISES
