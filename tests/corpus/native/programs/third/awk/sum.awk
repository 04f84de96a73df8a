{ total += $2; count[$1]++ }
function mean(sum, n) { return sum / n }
END {
    printf "total %d\n", total
    printf "mean %.2f\n", mean(total, length(missing))
}
