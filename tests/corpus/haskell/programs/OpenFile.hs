module Main where

main :: IO ()
main = do
  putStrLn "loading"
  text <- readFile "/app/none/settings.yaml"
  putStrLn text
