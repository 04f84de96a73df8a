	.globl _start
_start:
	call main
	hlt
