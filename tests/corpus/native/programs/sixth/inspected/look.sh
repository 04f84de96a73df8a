#!/bin/bash
# Looks at the queue at its third job; what a build lacks is passed over.
exec gdb -q -nx -batch -ex 'source /app/pretty-missing.py' -ex 'break push if id == 3' -ex run -ex bt -ex 'print *head' \
  -ex 'print head->next->next->id' -ex 'print last_error' -ex 'python gdb.execute("print no_such_symbol")' -ex 'info locals' \
  -ex 'call abort_count()' -ex delete -ex continue ./queue
