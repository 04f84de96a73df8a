package scale

func Scale(value, max int) float64 { return float64(value) / float64(max) }
