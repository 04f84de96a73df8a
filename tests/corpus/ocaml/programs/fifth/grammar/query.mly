%token <string> NAME
%token <int> NUMBER
%token SELECT FROM WHERE EQUALS LIMIT EOF
%start <Query_ast.t> query
%%

query:
  SELECT names = separated_nonempty_list(COMMA, NAME) FROM table = NAME w = where? l = limit? EOF
    { { Query_ast.names; table; where = w; limit = l } }

where:
  WHERE n = NAME EQUALS v = value { (n, v) }

limit:
  LIMIT n = NUMBER { n }

value:
  n = NUMBER { string_of_int n }
