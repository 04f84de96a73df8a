module Main where

main :: IO ()
main = putStr (unlines
  [ "usage: hrun FILE", "", "A crash looks like", "  hrun: Prelude.head: empty list", "  CallStack (from HasCallStack):"
  , "    error, called at libraries/base/GHC/List.hs:1646:3 in base:GHC.List" ])
