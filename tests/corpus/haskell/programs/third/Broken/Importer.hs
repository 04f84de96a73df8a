module Main where

import Rows

main :: IO ()
main = do
  let rows = map parse ["pear;1.2", "nut;0.8"]
  putStrLn ("total " ++ sum (map value rows))
