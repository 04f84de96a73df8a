import Control.Exception
import Control.Monad
import Data.IORef
import GHC.Stack
import System.IO

put :: HasCallStack => IORef Int -> Int -> IO ()
put calls part = when (part == 3) $ do
  n <- readIORef calls
  writeIORef calls (n + 1)
  when (n < 2) $ throwIO (ErrorCallWithLocation "connection reset by peer" (prettyCallStack callStack))

main :: IO ()
main = do
  hSetBuffering stdout LineBuffering
  calls <- newIORef 0
  forM_ [1 .. 24] $ \part -> do
    let go = put calls part `catch` \e -> do
          putStrLn ("WARN part " ++ show part ++ " failed, asking again: " ++ displayException (e :: ErrorCall))
          go
    go
    putStrLn ("part " ++ show part ++ " of 24 is stored")
  putStrLn "all parts are stored, 0 errors"
