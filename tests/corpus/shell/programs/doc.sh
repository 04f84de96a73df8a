#!/bin/sh
cat <<'END'
# Troubleshooting

`run.sh: line 12: foo: command not found` means foo is not installed:

    $ ./run.sh
    ./run.sh: line 12: foo: command not found
    ./run.sh: line 14: BAR: unbound variable

`syntax error near unexpected token` is a typing mistake.
END
