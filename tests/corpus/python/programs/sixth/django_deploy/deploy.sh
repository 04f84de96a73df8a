set -e
rm -f /tmp/shop-check.db
python3 manage.py check --deploy
python3 manage.py makemigrations shop
python3 manage.py migrate
python3 manage.py sqlmigrate shop 0001
python3 manage.py showmigrations shop auth
echo "deploy: migrations applied, $(python3 manage.py shell -c 'from shop.models import FailedOrder as F; print(F.objects.count())') failed orders in the new table"
rm -f /tmp/shop-check.db
