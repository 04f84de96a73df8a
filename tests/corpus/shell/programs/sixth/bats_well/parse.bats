#!/usr/bin/env bats
setup() { source ./parse.sh; }
@test "a duration in minutes" { run seconds 3m; [ "$output" = 180 ]; }
@test "a wrong unit is refused with a message" {
  run seconds 3x
  echo "# refused: $output" >&3
  [ "$status" -eq 2 ]; [[ "$output" == *"error: unknown unit 'x'"* ]]
}
@test "an absent file ends with 66" { run ./parse.sh nowhere.txt; echo "# $output" >&3; [ "$status" -eq 66 ]; }
@test "a killed reader is told" { run bash -c 'kill -KILL $$'; [ "$status" -eq 137 ]; }
@test "leap seconds" { skip "known failure, see the notes"; false; }
@test "prints nothing on success" { run seconds 1s; [ -n "$output" ]; run ! seconds; }
