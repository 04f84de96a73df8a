#!/bin/sh
set -e
mkdir -p wheels venv
python3 -m venv --without-pip venv
cat > requirements.txt <<R
# pinned by the release
tabletools==4.1.2
R
echo "installing requirements from wheels/"
pip --python venv/bin/python install --no-index --find-links wheels --disable-pip-version-check -r requirements.txt
venv/bin/python -m tabletools --version
