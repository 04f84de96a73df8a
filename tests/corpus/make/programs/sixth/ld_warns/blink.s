.globl blink
.text
blink:
    ret
