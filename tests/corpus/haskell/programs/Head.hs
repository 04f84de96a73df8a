module Main where

import qualified Data.Map as Map

prices :: Map.Map String [Int]
prices = Map.fromList [("bolt", [3, 4]), ("nut", [])]

cheapest :: String -> Int
cheapest name = head (Map.findWithDefault [] name prices)

main :: IO ()
main = do
  putStrLn "pricing"
  print (cheapest "bolt")
  print (cheapest "nut")
