@@
expression E;
@@
- free(E);
+ release(&E);
