export HOME=/tmp/annex-home GIT_AUTHOR_NAME=ops GIT_AUTHOR_EMAIL=ops@host GIT_COMMITTER_NAME=ops GIT_COMMITTER_EMAIL=ops@host
rm -rf /tmp/annex-home && mkdir -p /tmp/annex-home
git config --global init.defaultBranch main
git config --global annex.resolvemerge false
trap 'chmod -R u+w /app/archive /app/mirror 2>/dev/null' EXIT
git init -q archive && cd archive && git annex init --quiet archive
for n in 1 2 3; do echo "scan $n" >scan$n.raw; done
git annex add --quiet . && git commit -q -m scans
cd .. && git clone -q archive mirror 2>/dev/null && cd mirror && git annex init --quiet mirror
(cd ../archive && git annex drop --force --quiet scan2.raw && git annex sync --quiet --no-push >/dev/null 2>&1)
echo "mirror: fetching"
git annex get . && echo "mirror: complete" || { rc=$?; echo "mirror: incomplete, asked again tomorrow"; exit $rc; }
