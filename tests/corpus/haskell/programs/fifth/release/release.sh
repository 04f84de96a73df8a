echo "release: checking the package"
cabal check || echo "release: not fit for the public index ($?), it stays within the house"
echo "release: halo $(sed -n 's/^version: //p' halo.cabal) tagged"
