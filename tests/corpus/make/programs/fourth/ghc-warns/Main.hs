module Main where

import Control.Exception
import Data.List

parse :: String -> Int
parse ('#' : rest) = read rest
parse "none" = error "no number"

main = do
  result <- try (evaluate (parse "none")) :: IO (Either ErrorCall Int)
  print result
  putStrLn "0 failures"
