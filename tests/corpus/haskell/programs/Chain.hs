{-# LANGUAGE ScopedTypeVariables #-}
import Control.Exception
import System.IO

newtype StartupError = StartupError String deriving Show
instance Exception StartupError

load :: IO String
load = readFile "/app/conf/night.conf" `catch` \(e :: IOException) -> throwIO (StartupError ("settings cannot be loaded [" ++ show e ++ "]"))

main :: IO ()
main = do
  hSetBuffering stdout LineBuffering
  putStrLn "loading"
  load >>= putStrLn
