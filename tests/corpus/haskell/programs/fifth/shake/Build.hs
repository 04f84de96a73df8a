module Main (main) where

import Development.Shake
import Development.Shake.FilePath

main :: IO ()
main = shakeArgs shakeOptions { shakeFiles = "_build", shakeColor = False } $ do
  want ["_build/report.tar"]
  phony "lenient" $ do
    Exit code <- cmd "grep -q nothing sources.txt"
    putInfo ("grep ended with " ++ show code ++ ", that is well")
    Exit other <- cmd Shell "ls /app/nowhere"
    putInfo ("ls ended with " ++ show other ++ ", going on")
  "_build/report.tar" %> \out -> do
    parts <- readFileLines "sources.txt"
    need ["_build" </> p <.> "sorted" | p <- parts]
    cmd_ "tar cf" out ["_build" </> p <.> "sorted" | p <- parts]
  "_build/*.sorted" %> \out -> do
    let source = takeBaseName out <.> "csv"
    need [source]
    cmd_ "sort -n -o" out source
