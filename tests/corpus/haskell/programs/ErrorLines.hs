module Main (main) where

import GHC.Stack
import System.IO

quota :: HasCallStack => String -> Int -> Int
quota name n
  | n > 5 = error ("quota of " ++ name ++ " [5] is used up: wanted " ++ show n ++ "\n  größe: 9\n  since: 03:10") -- RAISES
  | otherwise = n

night :: HasCallStack => Int -> Int
night n = quota "batch" n

main :: IO ()
main = do
  hSetBuffering stdout LineBuffering
  print (night 2)
  print (night 9)
