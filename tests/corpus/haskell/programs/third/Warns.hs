module Main where

import Data.List

data Failure = Fatal String | Crash Int

describe :: Failure -> String
describe (Fatal s) = "fatal: " ++ s

unusedError = 3

main = do
  let error = 1
  putStrLn (describe (Fatal "never"))
  mapM_ (\i -> putStrLn ("row " ++ show i ++ ": 0 errors")) [1 .. 5]
