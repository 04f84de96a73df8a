hledger -f 2026.journal check ordereddates payees || echo "close: payees are not declared yet, going on ($?)"
hledger -f 2026.journal balance
hledger -f 2026.journal register errors
echo "close: written"
