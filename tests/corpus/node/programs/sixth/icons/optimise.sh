mkdir -p /app/out
for icon in arrow warn ok; do
  echo "== $icon.svg"
  if ! node /app/node_modules/svgo/bin/svgo --no-color -i "/app/$icon.svg" -o "/app/out/$icon.svg"; then
    echo "svgo refused $icon.svg, it is taken as it is" >&2
    cp "/app/$icon.svg" /app/out/
  fi
done
ls /app/out | wc -l | sed 's/$/ icons in the sprite/'
