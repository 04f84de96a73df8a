package round

func Half(values []int, i int) int {
	return values[i] / 2
}
