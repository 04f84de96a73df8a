module Main where

import Control.Exception
import Data.IORef

main :: IO ()
main = do
  left <- newIORef (2 :: Int)
  let store n = do
        l <- readIORef left
        if n == 2 && l > 0 then writeIORef left (l - 1) >> error ("block " ++ show n ++ " is locked") else putStrLn ("block " ++ show n ++ " stored")
      go n = store n `catch` \e -> do
        putStrLn ("warning, again: " ++ show (e :: ErrorCall) ++ "\n" ++ displayException e)
        go n
  mapM_ go [0 .. 24 :: Int]
  putStrLn "done, 0 errors"
