set -e
for grammar in *.mly; do
  echo "gen: $grammar"
  menhir --infer-write-query mock.ml "$grammar"
done
echo "gen: all parsers written"
