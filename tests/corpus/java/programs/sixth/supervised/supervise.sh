for start in 1 2 3 4 5; do
  echo "supervise: start $start of worker"
  java -cp /app Worker
  rc=$?
  if [ $rc -eq 0 ]; then
    echo "supervise: worker is done after $start starts, torn segments are replayed by the nightly repair"
    exit 0
  fi
  echo "supervise: worker died with $rc, again in 0.2 s"
  sleep 0.2
done
exit 1
