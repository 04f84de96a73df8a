#!/bin/bash
set -e
for lane in 1 2; do
    echo "sorting lane $lane"
    samtools sort -@ 0 -o "lane$lane.bam" "lane$lane.sam"
    samtools index "lane$lane.bam"
done
samtools merge -f all.bam lane1.bam lane2.bam
