module Main (main) where

import Development.Shake
import Development.Shake.FilePath
import System.Exit

-- Figures of a report; a figure that cannot be drawn is replaced by an empty one.
main :: IO ()
main = shakeArgs shakeOptions { shakeFiles = "/tmp/figures", shakeStaunch = True, shakeColor = False, shakeThreads = 1, shakeProgress = const (pure ()) } $ do
  want ["/tmp/figures/report.txt"]
  "/tmp/figures/report.txt" %> \out -> do
    let parts = ["/tmp/figures" </> f <.> "fig" | f <- ["depth", "flow", "slope"]]
    need parts
    texts <- mapM readFile' parts
    writeFile' out (concat texts)
    putInfo ("report of " ++ show (length texts) ++ " figures")
  "/tmp/figures/*.fig" %> \out -> do
    let source = "/app/data" </> takeBaseName out <.> "py"
    (Exit code, Stderr err, Stdout text) <- cmd "python3" [source]
    case code of
      ExitSuccess -> writeFile' out text
      ExitFailure n -> do
        putWarn (source ++ " exited with " ++ show n ++ ":\n" ++ err ++ takeBaseName out ++ ": an empty figure is put in its place")
        writeFile' out "(empty)\n"
