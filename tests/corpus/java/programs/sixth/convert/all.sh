cd /app
good=0; set_aside=0
mkdir -p aside
for file in *.csv; do
  if java -cp /app ToJson "$file"; then
    good=$((good + 1))
  else
    echo "convert: $file set aside (java said $?)" >&2
    mv "$file" aside/
    set_aside=$((set_aside + 1))
  fi
done
echo "convert: $good files converted, $set_aside set aside for the clerk"
