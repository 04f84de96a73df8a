Nonterminals rules rule comparison.
Terminals name number '<' '>' '='.
Rootsymbol rules.
rules -> rule : ['$1'].
rules -> rule rules : ['$1' | '$2'].
rule -> name comparison number unit : {'$2', '$1', '$3'}.
comparison -> '<' : less.
comparison -> '>' : more.
comparison -> '=' : same.
Erlang code.
