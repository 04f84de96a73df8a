%token <int> INT
%token PLUS TIMES IF THEN ELSE ERROR EOF
%left UNUSED
%start <int> main
%%

main:
  e = expr EOF { e }

expr:
  | n = INT { n }
  | a = expr PLUS b = expr { a + b }
  | a = expr TIMES b = expr { a * b }
  | IF c = expr THEN a = expr { if c <> 0 then a else 0 }
  | IF c = expr THEN a = expr ELSE b = expr { if c <> 0 then a else b }
  | error { raise Stdlib.Exit }

orphan:
  TIMES { () }
