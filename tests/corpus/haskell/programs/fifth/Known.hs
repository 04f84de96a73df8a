module Main (main) where

import Control.Exception
import Test.QuickCheck

newtype Overdrawn = Overdrawn Int deriving Show
instance Exception Overdrawn

withdraw :: Int -> Int -> Either Overdrawn Int
withdraw balance n = if n > balance then Left (Overdrawn (n - balance)) else Right (balance - n)

main :: IO ()
main = do
  putStrLn "withdrawals are never negative"
  quickCheckWith stdArgs { replay = Nothing, chatty = True } (\b n -> either (const True) (>= 0) (withdraw b n))
  putStrLn "reverse is no identity, known to fail"
  quickCheck (expectFailure (\xs -> reverse xs == (xs :: [Int])))
  putStrLn "an overdraft is thrown"
  r <- try (either throwIO pure (withdraw 10 25))
  case r of
    Left e -> putStrLn ("*** caught: " ++ show (e :: Overdrawn))
    Right n -> print n
  putStrLn "a filter that keeps little"
  quickCheck (\n -> n > 3 ==> either (const False) (== 0) (withdraw n (n :: Int)))
