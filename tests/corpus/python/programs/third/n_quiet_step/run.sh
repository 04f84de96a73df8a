#!/bin/bash
set -ex
cd /app
python3 step.py prepare
python3 step.py verify
python3 step.py publish
