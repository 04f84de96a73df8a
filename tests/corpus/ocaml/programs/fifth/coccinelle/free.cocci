@@
expression E;
@@
- free(E);
- E = NULL;
+ release(&E);

@ second @
identifier f;
expression A, B;
@@
- f(A, B;
+ g(A, B);
