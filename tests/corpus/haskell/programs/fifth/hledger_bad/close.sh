echo "close: balance of the month"
hledger -f 2026.journal balance -p 2026-11 >balance.txt || rc=$?
if [ -n "$rc" ]; then
  rm -f balance.txt
  echo "close: books stay open (status $rc)"
  exit $rc
fi
echo "close: written"
