module Main where

import GHC.Stack

checked :: HasCallStack => Int -> Int
checked n
  | n < 0 = error ("negative count: " ++ show n ++ "\n  in order 7") -- RAISES
  | otherwise = n

order :: HasCallStack => [Int] -> Int
order = sum . map (\n -> checked n)

main :: IO ()
main = print (order [1, -2])
