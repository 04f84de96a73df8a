python3 -m coverage run --data-file=/tmp/tariff.coverage --source=tariff,test_tariff,errors -m unittest -v || exit 1
python3 -m coverage report --data-file=/tmp/tariff.coverage -m
rm /tmp/tariff.coverage
