#!/bin/bash
set -e
cat > old.sh <<'S'
#!/bin/sh
cd $1
for f in `ls *.log`; do
  if [ $f == error.log ]; then echo "ERROR in $f"; fi
done
S
printf 'jobs:\n  - name: a\n    run:   x\n  - {name: b}\n   - c\n' > jobs.yml
echo "== shellcheck (informational)"
shellcheck --color=never old.sh || echo "   (shellcheck: $?)"
echo "== yamllint (informational)"
yamllint -f standard jobs.yml || echo "   (yamllint: $?)"
bash -n old.sh
echo "lint finished"
