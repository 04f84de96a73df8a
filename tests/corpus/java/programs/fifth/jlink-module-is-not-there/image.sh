set -e
cd /app
javac -d mods/night $(find src/night -name '*.java')
java -p mods -m night/night.Main
echo "image: linking"
jlink --verbose --module-path mods --add-modules night,night.reports --output image
echo "image: $(du -sh image | cut -f1)"
