cd /app
good=0 bad=0
for order in orders/*.json; do
    if ajv validate -s order.schema.json -d "$order" --errors=line; then good=$((good + 1)); else bad=$((bad + 1)); mv "$order" "$order.refused"; fi
done
echo "check: $good orders go on, $bad were put aside: $(cd orders && echo *.refused)"
