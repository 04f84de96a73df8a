module Main (main) where

import Control.Concurrent
import Control.Concurrent.Async
import Control.Exception
import Data.IORef
import qualified Data.Map as M
import GHC.Stack
import System.IO

data Lost = Lost { shelf :: String, pages :: Int } deriving Show
instance Exception Lost

scan :: HasCallStack => String -> Int -> IO Int
scan "maps" 1 = throwIO (Lost "maps" 12)
scan "maps" 2 = evaluate (head [])
scan "prints" 1 = evaluate (M.fromList [(1, 30)] M.! 7)
scan "letters" 1 = error "ink is too pale to read"
scan name life = pure (length name * 10 + life)

main :: IO ()
main = do
  hSetBuffering stdout LineBuffering
  lock <- newMVar ()
  let say text = withMVar lock (\_ -> putStrLn ("supervisor: " ++ text))
      run name life = do
        done <- try (withAsync (scan name life) wait)
        case done of
          Right n -> say (name ++ " finished in life " ++ show life ++ ", " ++ show n ++ " sheets") >> pure n
          Left e -> do
            say ("child " ++ name ++ " crashed: " ++ displayException (e :: SomeException))
            threadDelay 40000
            run name (life + 1)
  counts <- mapConcurrently (\(name, pause) -> threadDelay pause >> run name 1) [("maps", 0), ("prints", 9000), ("letters", 18000), ("plans", 27000)]
  say ("all children finished, " ++ show (sum counts) ++ " sheets, intensity 4 of 10")
