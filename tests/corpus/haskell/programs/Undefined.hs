module Main where

import Control.Exception

plan :: Int -> String
plan 3 = undefined -- RAISES
plan n = "plan " ++ show n

main :: IO ()
main = do
  r <- try (evaluate (1 `div` (0 :: Int))) :: IO (Either ArithException Int)
  putStrLn ("warning: " ++ show r ++ ", going on")
  mapM_ (putStrLn . plan) [1 .. 4]
