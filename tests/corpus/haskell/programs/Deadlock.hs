module Main where

import Control.Concurrent.MVar

main :: IO ()
main = do
  m <- newEmptyMVar
  putStrLn "waiting"
  n <- takeMVar m
  print (n :: Int)
