module Main (main) where

import Control.Monad
import GHC.Stack
import System.Environment
import System.IO

halo :: HasCallStack => Int -> Int -> Int
halo rank width
  | odd width = error ("halo of rank " ++ show rank ++ " is " ++ show width ++ " wide, want 2 [even]") -- RAISES
  | otherwise = width

main :: IO ()
main = do
  hSetBuffering stdout LineBuffering
  [rank, bad] <- map read <$> getArgs
  forM_ [0 .. 4] $ \step -> do
    putStrLn ("step " ++ show step)
    when (halo rank (if rank == bad && step == (2 :: Int) then 3 else 2) < 0) (putStrLn "none")
