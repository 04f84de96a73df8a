set -e
export HGUSER=bot HGRCPATH=
hg init store
hg clone -q store a
hg clone -q store b
(cd a && echo 1 > rates.csv && hg -q add rates.csv && hg commit -m "rates of Monday" -d "0 0" && hg -q push)
(cd b && hg -q pull -u && echo 2 > rates.csv && hg commit -m "rates of Tuesday" -d "0 0" && hg -q push)
(cd a && echo 3 > notes.txt && hg -q add notes.txt && hg commit -m "notes" -d "0 0")
cd a
echo "publishing $(hg log -r . --template '{node|short} {desc}')"
hg push
echo "published"
