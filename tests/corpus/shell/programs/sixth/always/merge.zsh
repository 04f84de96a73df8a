#!/bin/zsh
# Merges the shards; a shard that cannot be read is left to the next run.
integer merged=0 left=0
for shard in a b c e; do
  {
    [[ $shard == b ]] && print $(( 1 / left ))
    [[ $shard == c ]] && print =rates-tool
    (( merged++ ))
    print "merge: $shard in"
  } always {
    if (( TRY_BLOCK_ERROR )); then
      print "merge: $shard left for the next run"
      (( left++ )); TRY_BLOCK_ERROR=0
    fi
  }
done
unsetopt nomatch; rm -f *.scratch(N)
print "merge: $merged in, $left left"
