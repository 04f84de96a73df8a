module Main where

import Control.Concurrent
import Control.Exception
import System.Exit

main :: IO ()
main = do
  done <- newEmptyMVar
  _ <- forkFinally (evaluate (10 `div` (0 :: Int))) (putMVar done)
  r <- takeMVar done
  case r of
    Left e -> do
      putStrLn ("worker failed: " ++ displayException e)
      mapM_ (\i -> putStrLn ("closing " ++ show i)) [1 .. 31 :: Int]
      throwIO e
    Right n -> print n
