@test "gzip refuses a file that is no archive" {
  echo plain > f.gz
  run gzip -d f.gz
  [ "$status" -eq 1 ]
  [[ "$output" == *"not in gzip format"* ]]
  echo "# $output" >&3
}

@test "tar fails on a missing archive" {
  run tar -xf absent.tar
  [ "$status" -eq 2 ]
  echo "# ${lines[0]}" >&3
}

@test "upload: connection refused is fatal" {
  skip "no network here"
}

@test "division by zero is an error in bash" {
  run bash -c 'echo $((1 / 0))'
  [ "$status" -ne 0 ]
  echo "# $output" >&3
}
