#!/bin/sh
set -e
for file in rules_lexer.xrl rules_parser.yrl; do
    echo "generate $file"
    erlc $file
done
erlc rules_lexer.erl rules_parser.erl
echo "rules compiler is ready"
