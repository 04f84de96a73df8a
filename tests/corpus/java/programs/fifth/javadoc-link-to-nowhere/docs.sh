set -e
cd /app
mkdir -p out
javac -d out/classes src/rail/*.java
echo "docs: classes are compiled"
javadoc -quiet -Xdoclint:all -d out/docs -sourcepath src rail
tar -C out -cf docs.tar docs
echo "docs: packed"
