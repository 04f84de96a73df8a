module Main (main) where

import Control.Monad

legacy :: Int -> String
legacy n = n ++ "!"

main :: IO ()
main = forM_ [1 .. 22 :: Int] $ \n -> putStrLn ("part " ++ show n ++ " written")
