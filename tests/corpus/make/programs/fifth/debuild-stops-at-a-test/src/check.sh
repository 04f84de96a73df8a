cost=$(./tariff "$1" | sed -n 's/ EUR//p')
[ "$cost" = "$2" ] || { echo "check: $1 kWh cost $cost EUR, $2 expected" >&2; exit 1; }
echo "check: $1 kWh cost $cost EUR, good"
