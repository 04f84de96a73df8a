echo "== flake8 (advice only)"
python3 -m flake8 --exit-zero --count --statistics rates.py
echo "== pylint (advice only)"
python3 -m pylint --exit-zero --disable=missing-docstring --score=y rates.py
echo "== pyflakes (advice only)"
python3 -m pyflakes rates.py || true
echo "== lint finished"
