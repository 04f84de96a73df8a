prepare() {
  local dir=$1
  mkdir -p "$dir"
  count "$dir"
}
count() {
  echo "rows: $((ROWS_PER_FILE * 3)) in $1" # RAISES
}
