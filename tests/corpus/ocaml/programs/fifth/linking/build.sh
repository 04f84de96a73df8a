set -e
echo "CC  wire.mli"
ocamlfind ocamlopt -c wire.mli
echo "CC  push.ml"
ocamlfind ocamlopt -package yojson,unix -c push.ml
echo "LD  push"
ocamlfind ocamlopt -package yojson,unix -linkpkg -o push push.cmx
echo "built"
