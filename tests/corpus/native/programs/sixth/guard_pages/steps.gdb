set pagination off
set confirm off
handle SIGSEGV stop print pass
run
bt
continue
bt 1
handle SIGSEGV nostop print pass
continue
