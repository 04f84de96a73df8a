set -e
cd /app
echo "styles: $(ls styles/*.scss | wc -l) sheets"
sass --no-source-map --style=compressed --stop-on-error styles:public
echo "styles: built"
