module Main (main) where

import Data.List (sort)
import Test.Tasty
import Test.Tasty.HUnit
import Test.Tasty.QuickCheck

split :: Int -> Int -> [Int]
split total n = replicate n (total `div` n)

main :: IO ()
main = defaultMain $ testGroup "parts"
  [ testGroup "cases"
      [ testCase "ten in two" $ split 10 2 @?= [5, 5]
      , testCase "ten in three" $ sum (split 10 3) @?= 10
      ]
  , testProperty "as many as asked for" $ \(Positive n) -> length (split 100 n) == n
  , testProperty "sorted" $ \(Positive n) -> split 100 n == sort (split 100 n)
  ]
