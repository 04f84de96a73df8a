module Main where

import Control.Exception
import qualified Data.Map as Map

data LoadError = MissingKey String | BadValue String String deriving Show

instance Exception LoadError

port :: Map.Map String String -> IO Int
port m = case Map.lookup "port" m of
  Nothing -> throwIO (MissingKey "port")
  Just v -> case reads v of
    [(n, "")] -> pure n
    _ -> throwIO (BadValue "port" v)

main :: IO ()
main = port (Map.fromList [("port", "80x")]) >>= print
