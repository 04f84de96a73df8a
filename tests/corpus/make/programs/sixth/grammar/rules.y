%{
#include <stdio.h>
int yylex(void);
void yyerror(const char *s) { fprintf(stderr, "error: %s\n", s); }
%}
%token IF ELSE NAME
%token ERROR_TOKEN "error"
%left '+'
%%
rule: IF expr rule | IF expr rule ELSE rule | NAME;
expr: expr '+' expr | expr '-' expr | NAME;
unused: error NAME;
%%
int main(void) { return yyparse(); }
