module Main where

import Count
import Data.Lists.Split (splitOn)

main :: IO ()
main = print (count (splitOn "," "a,b"))
