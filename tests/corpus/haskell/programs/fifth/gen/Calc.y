{
module Main (main) where
}

%name calc
%tokentype { Token }
%error { failed }

%token
  num { Num $$ }
  '+' { Plus }
  '-' { Minus }
  err { Err }

%%

Exp : Exp '+' Exp { $1 + $3 }
    | Exp '-' Exp { $1 - $3 }
    | num { $1 }

Unused : err { 0 }

{
data Token = Num Int | Plus | Minus | Err deriving Show

failed :: [Token] -> a
failed rest = error ("parse error before " ++ show rest)

main :: IO ()
main = print (calc [Num 40, Plus, Num 2])
}
