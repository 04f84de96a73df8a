module Rows where

data Row = Row { name :: String, value :: Double }

parse :: String -> Row
parse line = let (n, v) = break (== ';') line in Row n (read (drop 1 v))
