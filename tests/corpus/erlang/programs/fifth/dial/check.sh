#!/bin/sh
# Builds a table of types for the library and looks the ledger over.
erlc +debug_info ledger.erl || exit 1
dialyzer --build_plt --output_plt types.plt /usr/lib/erlang/lib/stdlib-*/ebin/lists.beam > plt.txt 2>&1
dialyzer --plt types.plt --no_indentation ledger.beam || { code=$?; echo "check: ledger is not released"; exit $code; }
