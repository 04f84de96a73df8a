Definitions.
D = [0-9]
Rules.
{D}+ : {token, {number, TokenLine, list_to_integer(TokenChars)}}.
[a-z_]+ : {token, {name, TokenLine, TokenChars}}.
[<>=] : {token, {list_to_atom(TokenChars), TokenLine}}.
[\s\n]+ : skip_token.
Erlang code.
