set -e
echo "provision: python environment"
"$PYTHON" -m venv --without-pip /app/env
"$PYTHON" -m pip --disable-pip-version-check --no-input install --no-index --find-links /app/wheels -r /app/requirements.txt
echo "provision: done"
