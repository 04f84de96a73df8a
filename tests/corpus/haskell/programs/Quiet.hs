import Control.Concurrent
import Control.Exception
import Control.Monad
import System.Environment
import System.IO

main :: IO ()
main = do
  hSetBuffering stdout LineBuffering
  [word] <- getArgs
  case word of
    "mirrors" -> do
      forM_ [0 .. 2 :: Int] $ \n -> do
        r <- try (ioError (userError ("mirror " ++ show n ++ " refused"))) :: IO (Either IOException ())
        putStrLn ("WARN " ++ show r ++ ", next one")
      forM_ [0 .. 24 :: Int] $ \n -> putStrLn ("INFO part " ++ show n ++ " read from the local copy")
    "notes" -> do
      putStr "CHANGES\n  * the message\n      app: Prelude.head: empty list\n      CallStack (from HasCallStack):\n        error, called at libraries/base/GHC/List.hs:1646:3 in base:GHC.List\n    is gone.\n"
      forM_ [0 .. 18 :: Int] $ \n -> putStrLn ("table " ++ show n ++ " migrated")
    "threads" -> do
      forM_ [1 .. 3 :: Int] $ \n -> do
        done <- newEmptyMVar
        _ <- forkFinally (when (n == 2) (throwIO (userError "feed closed"))) (putMVar done)
        r <- takeMVar done
        putStrLn ("feed " ++ show n ++ either (\e -> " restarted: " ++ show e) (const " ok") r)
      forM_ [0 .. 20 :: Int] $ \n -> putStrLn ("tick " ++ show n ++ " stored")
    "counters" -> do
      forM_ ["exceptions", "errors", "undefined", "deadlocks"] $ \n -> putStrLn (n ++ ": 0")
      forM_ [1 .. 18 :: Int] $ \n -> putStrLn ("eval " ++ show n ++ " error " ++ show (1 / fromIntegral n :: Double))
    "eithers" -> do
      forM_ (zip [1 :: Int ..] [Right 1, Left "no parse", Right 3, Left "empty"]) $ \(n, r) -> putStrLn ("cell " ++ show n ++ ": " ++ show (r :: Either String Int))
      forM_ [0 .. 18 :: Int] $ \n -> putStrLn ("sheet " ++ show n ++ " stored")
    _ -> return ()
