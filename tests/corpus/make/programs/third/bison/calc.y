%token NUMBER PLUS
%left PLUS
%%
input: %empty | input line;
line: expression '\n';
expression: NUMBER
          | expression PLUS expression
          | '(' expresion ')'
          ;
%%
