package main

/*
static int sum(int *p, int n) {
	int s = 0;
	for (int i = 0; i < n; i++)
		s += p[i];
	return s;
}
*/
import "C"
import "fmt"

func total(p *C.int, n int) int {
	return int(C.sum(p, C.int(n)))
}

func main() {
	v := []C.int{1, 2, 3}
	fmt.Println("total", total(&v[0], 3))
	fmt.Println("total", total(nil, 3))
}
