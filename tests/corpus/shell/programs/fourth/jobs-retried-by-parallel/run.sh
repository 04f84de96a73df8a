#!/bin/bash
set -e
mkdir -p home && export HOME=$PWD/home
cat > pack <<'W'
#!/bin/bash
n=$(cat tries-$1 2>/dev/null || echo 0)
echo $((n + 1)) > tries-$1
if [ $1 = 3 ] && [ "$n" -lt 2 ]; then
    tar -tf chunk-3.tar
else
    echo "chunk $1: fine"
fi
W
chmod +x pack
parallel --will-cite -j1 --retries 3 --ungroup --joblog log ./pack {} ::: 1 2 3 4
cut -f 7 log | sort | uniq -c
