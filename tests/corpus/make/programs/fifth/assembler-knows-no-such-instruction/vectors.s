	.section .vectors
	.quad _start
reset:
	movq %rsp, %rbp
	ldmia r0!, {r1-r4}
	cli
	retq
