{-# LANGUAGE ScopedTypeVariables #-}
import Control.Exception
import Control.Monad
import System.Exit
import System.IO

data JobFailed = JobFailed Int String deriving Show
instance Exception JobFailed where
  displayException (JobFailed n why) = "job " ++ show n ++ " failed: " ++ why

logLine :: String -> String -> IO ()
logLine level text = hPutStrLn stderr ("2026-11-26 03:10:07 [" ++ level ++ "] " ++ text)

step :: Int -> IO ()
step n = when (n == 3) (throwIO (JobFailed n "lock is held by pid 4711")) >> logLine "INFO" ("step " ++ show n ++ " done")

main :: IO ()
main = mapM_ step [1 .. 5] `catch` \(e :: SomeException) -> do
  logLine "FATAL" ("uncaught JobFailed: " ++ displayException e)
  forM_ [1 .. 8 :: Int] $ \n -> logLine "INFO" ("removing temporary file " ++ show n)
  exitWith (ExitFailure 75)
