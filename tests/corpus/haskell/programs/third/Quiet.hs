import Control.Concurrent
import Control.Monad
import System.Environment
import System.Exit
import System.IO

main :: IO ()
main = do
  hSetBuffering stdout LineBuffering
  args <- getArgs
  let end = if null args then 9 else 1000 :: Int
  forM_ [1 .. end] $ \i -> do
    putStrLn ("sweep " ++ show i ++ ": error " ++ show (1 / fromIntegral i :: Double) ++ ", exceptions 0")
    when (end > 9) $ threadDelay 200000
  exitWith (ExitFailure 2)
