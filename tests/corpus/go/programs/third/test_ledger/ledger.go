package ledger

func Sum(rows []int) (sum int) {
	for _, row := range rows {
		sum += row
	}
	return sum
}
